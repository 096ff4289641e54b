from caseflow.web.drafts.controls import Controls

PAGE = """<p>Ä</p><form id="other"><input name="not"></form>
<form method="post" id="typed" class="card">
  <input name="title" value="x"><textarea name="text">
Zeile &amp; Zeile</textarea>
  <select name="kind"><optgroup label="g"><option value="a">A</option>
  <option> B &amp; b </option></optgroup></select>
</form>
<input form="typed" name="beside"><button form="typed">x</button><input name="outside">"""


def test_the_fields_of_the_one_form_are_found_where_they_stand() -> None:
    found = Controls(PAGE)
    assert PAGE[found.begin :].startswith('<form method="post" id="typed"')
    named = [each.attributes.get("name") for each in found.found if each.tag != "option"]
    assert named == ["title", "text", "kind", "beside"]
    title, text, kind, first, second, _ = found.found
    assert PAGE[title.begin : title.inside] == '<input name="title" value="x">'
    assert text.text == "\nZeile &amp; Zeile"
    assert PAGE[text.end :].startswith("</textarea>")
    assert (first.of, second.of) == (kind, kind)
    assert second.shown == "B & b"


def test_a_page_without_such_a_form_has_none() -> None:
    found = Controls("<form><input name='x'></form><option>o</option>")
    assert (found.begin, found.found) == (-1, [])
