// Ask, two minutes before the session ends by itself, whether somebody is still there.

const WARNING_SECONDS = 120;
const dialog = document.querySelector("#time-out");
const idleSeconds = Number(dialog.dataset.seconds);
let timer;

function wait() {
  clearTimeout(timer);
  timer = setTimeout(warn, Math.max(idleSeconds - WARNING_SECONDS, 0) * 1000);
}

function warn() {
  dialog.showModal();
  timer = setTimeout(() => dialog.close(), WARNING_SECONDS * 1000);
}

dialog.querySelector("form").addEventListener("submit", async (event) => {
  event.preventDefault();
  const form = event.target;
  const answer = await fetch(form.action, { method: "POST", body: new FormData(form) });
  dialog.close();
  if (answer.status === 204) wait();
});

wait();
document.addEventListener("stayed", wait); // what she types is kept, and that is a request too
