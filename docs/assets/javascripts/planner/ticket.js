/* The window "Copy for a ticket": a part of the plan as text, shown before it is copied. */
(/** @param {any} planner */ planner => {
  "use strict";

  const { say } = planner.words;
  /** What the window is about: {part, state}. */
  let now = null;

  /** The window and its parts. */
  function elements() {
    const dialog = document.getElementById("plan-ticket"), form = dialog.querySelector("form");
    return { dialog, form, fields: form.elements, said: form.querySelector(".ticket__said") };
  }

  /** The format that is chosen. */
  function formatOf(fields) {
    return planner.formats[fields.format.value];
  }

  /** How long the text is, and whether the place that it is for takes it. */
  function count(fields) {
    const n = fields.text.value.length, [most, place] = now.state.model.limits[fields.format.value] || [0, ""];
    const words = number => number.toLocaleString("en");
    const output = document.getElementById("plan-ticket-count"), isOver = Boolean(most) && n > most;
    output.textContent = most
      ? say(isOver ? "tooLong" : "lengthOf", { length: words(n), most: words(most), place }) : say("length", { length: words(n) });
    output.classList.toggle("ticket__count--over", isOver);
  }

  /** Show a text. */
  function show(text) {
    const { fields, said } = elements();
    fields.text.value = text;
    said.textContent = "";
    count(fields);
  }

  /** Show the brief of the hop that the window is about. */
  function fillBrief() {
    const { state, part } = now, hop = state.plan.hops.find(one => one.to === part.hop), asked = now;
    const ifAsked = action => (now === asked && elements().fields.format.value === "brief" ? action() : null);
    show(say("briefLoading"));
    planner.brief.load(hop, state,
      samples => { ifAsked(() => { show(planner.brief.write(hop, state, samples)); }); },
      () => { ifAsked(() => { show(planner.brief.write(hop, state, {})); elements().said.textContent = say("briefWithout"); }); });
  }

  /** Write the list into the window. */
  function fill() {
    const { fields } = elements(), isBrief = fields.format.value === "brief";
    [fields.open, fields.absent].forEach(box => { box.disabled = isBrief; });
    if (isBrief) {
      fillBrief();
      return;
    }
    const without = { done: fields.open.checked, absent: fields.absent.checked };
    show(formatOf(fields).write(planner.checklist(now.state.plan, now.part, now.state, without)));
  }

  /** Offer the brief where the window is about a whole hop. */
  function offerBrief(fields, part, format) {
    const option = [...fields.format].find(one => one.value === "brief"), isHop = Boolean(part.hop) && part.hop !== "pending" && !part.group;
    option.closest("label").hidden = !isHop;
    if (format) fields.format.value = format;
    if (!isHop && option.checked) fields.format.value = "markdown";
  }

  /** Copy what is shown, or select it for the reader to copy. */
  function copy() {
    const { fields, said } = elements();
    window.atlasClipboard.copy(fields.text.value).then(done => {
      if (!done) fields.text.select();
      said.textContent = say(done ? "copied" : "copyYourself");
    });
  }

  /** Hand the reader what is shown as a file. */
  function save() {
    const { fields, said } = elements(), { plan } = now.state, format = formatOf(fields);
    const kind = ["brief", "epics"].includes(fields.format.value) ? fields.format.value : [];
    const stem = ["django", plan.from, "to", plan.to].concat(now.part.hop || [], kind).join("-"), name = `${stem}.${format.ending}`;
    planner.files.save(name, format.type, fields.text.value);
    said.textContent = say("savedAs", { name });
  }

  /** Listen to the window's buttons and boxes. */
  function begin() {
    const { form } = elements();
    form.addEventListener("change", event => { if (event.target.name !== "text") fill(); });
    form.querySelector("[data-copy]").addEventListener("click", copy);
    form.querySelector("[data-save]").addEventListener("click", save);
  }

  /** Show a part of the plan: {} for all of it, {hop}, or {hop, group}. format: the one to begin with. */
  function open(part, state, format = "") {
    const { dialog, fields } = elements();
    now = { part, state };
    offerBrief(fields, part, format);
    fields.absent.closest("label").hidden = !state.scanned;
    fields.absent.checked = Boolean(state.scanned);
    fill();
    dialog.showModal();
  }

  planner.ticket = { begin, open };
})(window.atlasPlanner = window.atlasPlanner || {});
