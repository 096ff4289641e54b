"""What comes over a socket from whoever does not keep to HTTP, in a form that looks broken."""

HOST = b"Host: 127.0.0.1\r\n"
JSON = HOST + b"Content-Type: application/json\r\n"
LOG_IN = b"POST /api/v1/sessions HTTP/1.1\r\n"
NAME = b"Samira Haddad"

BROKEN: dict[str, bytes] = {
    "nothing": b"\r\n\r\n",
    "no HTTP": b"\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03" + bytes(64),
    "half a line": b"GET /log-in",
    "no version": b"GET /log-in\r\n\r\n",
    "an unknown version": b"GET /log-in HTTP/9.9\r\n" + HOST + b"\r\n",
    "a name in two words": b"GET /api/v1/clients?q=" + NAME + b" HTTP/1.1\r\n" + HOST + b"\r\n",
    "an unknown method": b"BREW /log-in HTTP/1.1\r\n" + HOST + b"\r\n",
    "a method of signs": b"GE\x00T /log-in HTTP/1.1\r\n" + HOST + b"\r\n",
    "an address of bytes": b"GET /\xff\xfe\x80 HTTP/1.1\r\n" + HOST + b"\r\n",
    "a null in the address": b"GET /log-in%00 HTTP/1.1\r\n" + HOST + b"\r\n",
    "half a percent sign": b"GET /clients/%zz/%u HTTP/1.1\r\n" + HOST + b"\r\n",
    "dots in the address": b"GET /static/../../../etc/passwd HTTP/1.1\r\n" + HOST + b"\r\n",
    "hidden dots": b"GET /static/..%2f..%2f%2e%2e/etc/passwd HTTP/1.1\r\n" + HOST + b"\r\n",
    "another host's address": b"GET http://example.org/log-in HTTP/1.1\r\n" + HOST + b"\r\n",
    "no host": b"GET /log-in HTTP/1.1\r\n\r\n",
    "two hosts": b"GET /log-in HTTP/1.1\r\n" + HOST + b"Host: example.org\r\n\r\n",
    "a host of signs": b"GET /log-in HTTP/1.1\r\nHost: [::1]]:x<script>\r\n\r\n",
    "a host beyond this machine": b"GET /log-in HTTP/1.1\r\nHost: example.org\r\n\r\n",
    "a header without a name": b"GET /log-in HTTP/1.1\r\n" + HOST + b": x\r\n\r\n",
    "a header without a colon": b"GET /log-in HTTP/1.1\r\n" + HOST + b"bogus\r\n\r\n",
    "a folded header": b"GET /log-in HTTP/1.1\r\n" + HOST + b"X: a\r\n b\r\n\r\n",
    "a header of bytes": b"GET /log-in HTTP/1.1\r\n" + HOST + b"Cookie: caseflow=\xff\x00\r\n\r\n",
    "a token of bytes": b"GET /api/v1/units HTTP/1.1\r\n" + HOST
    + b"Authorization: Bearer \xff\xfe\r\n\r\n",
    "a huge header": b"GET /log-in HTTP/1.1\r\n" + HOST + b"X: " + b"a" * 100_000 + b"\r\n\r\n",
    "a huge cookie": b"GET /log-in HTTP/1.1\r\n" + HOST + b"Cookie: caseflow=" + b"a" * 8000
    + b"\r\n\r\n",
    "a thousand headers": b"GET /log-in HTTP/1.1\r\n" + HOST
    + b"".join(b"X%d: 1\r\n" % each for each in range(1000)) + b"\r\n",
    "a huge address": b"GET /" + b"a" * 100_000 + b" HTTP/1.1\r\n" + HOST + b"\r\n",
    "a length that is none": LOG_IN + JSON + b"Content-Length: many\r\n\r\n{}",
    "a negative length": LOG_IN + JSON + b"Content-Length: -1\r\n\r\n{}",
    "two lengths": LOG_IN + JSON + b"Content-Length: 2\r\nContent-Length: 40\r\n\r\n{}",
    "length and pieces": LOG_IN + JSON
    + b"Content-Length: 4\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
    "pieces that are none": LOG_IN + JSON + b"Transfer-Encoding: chunked\r\n\r\nzz\r\n{}\r\n",
    "a form in pieces that are none": b"POST /log-in HTTP/1.1\r\n" + HOST
    + b"Content-Type: application/x-www-form-urlencoded\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n"
    + b"email=x\r\n",
    "pieces": LOG_IN + JSON + b"Transfer-Encoding: chunked\r\n\r\n2\r\n{}\r\n0\r\n\r\n",
    "an unknown coding": LOG_IN + JSON + b"Transfer-Encoding: bogus\r\n\r\n{}",
    "more than is taken": LOG_IN + JSON + b"Content-Length: 99999999\r\n\r\n{}",
    "more than a number": LOG_IN + JSON + b"Content-Length: " + b"9" * 30 + b"\r\n\r\n{}",
    "a deep body": LOG_IN + JSON + b"Content-Length: 200000\r\n\r\n" + b"[" * 200_000,
    "a body of bytes": LOG_IN + JSON + b"Content-Length: 4\r\n\r\n\xff\xfe\x00\x01",
    "a form without a limit": b"POST /log-in HTTP/1.1\r\n" + HOST
    + b"Content-Type: multipart/form-data; boundary=\r\nContent-Length: 4\r\n\r\n--\r\n",
    "parts without an end": b"POST /log-in HTTP/1.1\r\n" + HOST
    + b"Content-Type: multipart/form-data; boundary=x\r\nContent-Length: 30\r\n\r\n"
    + b"--x\r\nContent-Disposition: a\r\n\r",
    "an unknown character set": b"POST /log-in HTTP/1.1\r\n" + HOST
    + b"Content-Type: application/x-www-form-urlencoded; charset=bogus\r\n"
    + b"Content-Length: 7\r\n\r\nemail=x",
    "two requests in one": LOG_IN + JSON + b"Content-Length: 2\r\n\r\n{}"
    + b"GET /log-in HTTP/1.1\r\n" + HOST + b"\r\n",
    "an upgrade": b"GET /log-in HTTP/1.1\r\n" + HOST
    + b"Connection: Upgrade\r\nUpgrade: h2c\r\nHTTP2-Settings: AAMAAABk\r\n\r\n",
    "an expectation": LOG_IN + JSON + b"Expect: bogus\r\nContent-Length: 2\r\n\r\n{}",
}  # fmt: skip
