// Let her sign with pen, finger or mouse. Without scripts this way is not offered at all.

const WIDTH = 3;

const pad = document.querySelector("[data-pen]");
if (pad) begin(pad, pad.querySelector("canvas"), pad.querySelector("[name=signature]"));

function begin(pad, canvas, field) {
  const pen = canvas.getContext("2d");
  let drawing = false;

  function clear() {
    pen.fillStyle = "#fff"; // kept as black on white, whatever colours the page has
    pen.fillRect(0, 0, canvas.width, canvas.height);
    field.value = "";
  }

  function place(event) {
    const box = canvas.getBoundingClientRect();
    const across = (event.clientX - box.left) * (canvas.width / box.width);
    return [across, (event.clientY - box.top) * (canvas.height / box.height)];
  }

  canvas.addEventListener("pointerdown", (event) => {
    event.preventDefault();
    canvas.setPointerCapture(event.pointerId);
    drawing = true;
    pen.beginPath();
    pen.moveTo(...place(event));
  });
  canvas.addEventListener("pointermove", (event) => {
    if (!drawing) return;
    pen.lineTo(...place(event));
    pen.stroke();
    field.value = "drawn";
  });
  for (const end of ["pointerup", "pointercancel"]) {
    canvas.addEventListener(end, () => {
      drawing = false;
      if (field.value) field.value = canvas.toDataURL("image/png");
    });
  }
  pad.querySelector("[data-pen-clear]").addEventListener("click", clear);

  Object.assign(pen, { lineWidth: WIDTH, lineCap: "round", lineJoin: "round", strokeStyle: "#000" });
  clear();
  pad.hidden = false;
  document.querySelector("[data-no-pen]").hidden = true;
}
