// Keep what is typed into the form of this page, so that no log-out, time-out or crash loses it.

const form = document.querySelector("#typed");
const button = document.querySelector("#keep-draft");
const said = document.querySelector("#draft-said");
const PAUSE = 4000; // milliseconds without a key
const LONGEST = 20000; // however fast somebody types
let timer;
let since = null; // what is not kept yet was typed
let dirty = false;
let underWay = null;
let sent = false;

function words() {
  const fields = [...new FormData(form)].filter(([name, value]) => {
    const field = form.elements[name];
    return typeof value === "string" && field?.type !== "password";
  });
  return new URLSearchParams(fields);
}

async function keep(leaving = false) {
  clearTimeout(timer);
  dirty = false;
  since = null;
  try {
    const answer = await fetch(button.formAction, {
      method: "POST",
      body: words(),
      headers: { Accept: "text/plain" },
      keepalive: leaving,
    });
    const kept = answer.ok || answer.status === 422;
    said.textContent = kept ? await answer.text() : said.dataset.failed;
    if (answer.ok) document.dispatchEvent(new Event("stayed"));
    else dirty = answer.status !== 422;
  } catch {
    dirty = true;
    said.textContent = said.dataset.failed;
  }
}

function keepSoon() {
  dirty = true;
  clearTimeout(timer);
  since ??= Date.now();
  timer = setTimeout(() => keepNow(), Date.now() - since > LONGEST ? 0 : PAUSE);
}

function keepNow(leaving) {
  if (!sent && dirty) underWay = keep(leaving).finally(() => (underWay = null));
  return underWay;
}

form.addEventListener("input", keepSoon);
button.addEventListener("click", (event) => {
  event.preventDefault();
  dirty = true;
  keepNow();
});

// What is still under way would come behind the form, and be a draft of what was sent already.
form.addEventListener("submit", async (event) => {
  const waits = underWay;
  sent = true;
  clearTimeout(timer);
  if (!waits) return;
  event.preventDefault();
  await waits;
  form.requestSubmit(event.submitter);
});

addEventListener("pageshow", () => (sent = false)); // she came back to it
addEventListener("pagehide", () => keepNow(true));
document.addEventListener("visibilitychange", () => {
  if (document.hidden) keepNow(true);
});
