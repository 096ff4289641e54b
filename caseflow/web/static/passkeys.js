// Make or show a passkey: ask the server for a challenge, the browser for an answer, send the form.

async function asked(button, form) {
  const body = new FormData();
  body.set("csrf_token", form.querySelector("[name=csrf_token]").value);
  const answer = await fetch(button.dataset.ask, { method: "POST", body });
  if (!answer.ok) throw new Error("nothing was asked");
  return answer.json();
}

async function answered(button, options) {
  if (button.dataset.passkey === "make") {
    const publicKey = PublicKeyCredential.parseCreationOptionsFromJSON(options);
    return navigator.credentials.create({ publicKey });
  }
  const publicKey = PublicKeyCredential.parseRequestOptionsFromJSON(options);
  return navigator.credentials.get({ publicKey });
}

async function go(button) {
  const form = button.closest("form");
  const failed = form.querySelector("[data-passkey-failed]");
  failed.hidden = true;
  try {
    const credential = await answered(button, await asked(button, form));
    form.querySelector("[data-passkey-answer]").value = JSON.stringify(credential.toJSON());
    form.submit();
  } catch {
    failed.hidden = false;
  }
}

if (window.PublicKeyCredential?.parseRequestOptionsFromJSON) {
  for (const button of document.querySelectorAll("[data-passkey]")) {
    button.hidden = false;
    button.addEventListener("click", () => go(button));
  }
}
