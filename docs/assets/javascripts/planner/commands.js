/* What to type at a hop: a block, and a button that copies all of it. */
(/** @param {any} planner */ planner => {
  "use strict";

  const { parts } = planner;
  const { make } = parts;
  const { say } = planner.words;

  /** The commands of a hop, and a button that copies all of them. */
  function draw(hop, state) {
    const label = say("copyLabel", { label: say("copyCommands"), part: hop.title });
    const copy = parts.button(say("copyCommands"), { class: "plan-button run__copy", "aria-label": label }, () => {
      window.atlasClipboard.copy(hop.commands).then(done => { state.tell(say(done ? "copied" : "copyByHand")); });
    });
    return make("div", { class: "run-block no-copy" }, [
      make("pre", { tabindex: "0" }, [make("code", {}, [hop.commands])]), copy
    ]);
  }

  planner.commands = { draw };
})(window.atlasPlanner = window.atlasPlanner || {});
