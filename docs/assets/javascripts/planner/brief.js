/* A hop as a brief for a coding agent: Markdown that needs nothing else. What to run, each step with the places in the
 * code, Before and After, rules of thumb, and the commands that show that it is done. */
(/** @param {any} planner */ planner => {
  "use strict";

  const { steps } = planner;
  const { say } = planner.words;

  /** Code between fences that are longer than any in it. */
  function fenced(language, text) {
    const longest = Math.max(2, ...(text.match(/`+/g) || []).map(run => run.length)), fence = "`".repeat(longest + 1);
    return `${fence}${language}\n${text}\n${fence}`;
  }

  /** Text in backquotes, however many it has. */
  function inline(text) {
    return text.includes("`") ? `\`\` ${text} \`\`` : `\`${text}\``;
  }

  /** A list; empty for none. */
  function bullets(lines) {
    return lines.map(line => `- ${line}`).join("\n");
  }

  /** Where a scan found a step. */
  function placesOf(step, state) {
    return bullets(state.foundIn(step.id).map(place => {
      const line = state.lines.get(place);
      return line ? `${inline(place)}: ${inline(line)}` : inline(place);
    }));
  }

  /** A step with all that is known of it. samples: rows of title, language, code, by id. */
  function stepText(step, state, samples) {
    const note = state.store.note(step.id), facts = step.change ? [step.change.possible, step.change.how].filter(Boolean) : [];
    const about = [step.summary, ...(facts.length ? [`(${facts.join(", ")})`] : [])].join(" ");
    return [
      `### ${step.title}`, about, step.change ? `<${state.hostedPage(step)}>` : "", placesOf(step, state),
      note ? say("note", { text: note.replace(/\s+/g, " ") }) : "",
      ...(samples[step.id] || []).flatMap(([title, language, text]) => [`${title}:`, fenced(language, text)])
    ].filter(Boolean).join("\n\n");
  }

  /** A step of which most projects need no more than the title. */
  function lineText(step, state) {
    return `[${step.title}](${state.hostedPage(step)}): ${step.summary}`;
  }

  /** A list of the hop; empty where nothing of it is left to do. */
  function groupText(group, state, samples) {
    const left = steps.work(group.steps).filter(step => !state.store.done(step.id) && steps.shown(step, state.choice));
    if (!left.length) return "";
    const some = group.key === "low"
      ? [bullets(left.map(step => lineText(step, state)))] : left.map(step => stepText(step, state, samples));
    return [`## ${group.title} (${left.length})`, group.meaning, ...some].join("\n\n");
  }

  /** What the reader runs, which a step may depend on. */
  function runsText(choice) {
    const runs = Object.entries({ ...(choice.python ? { Python: choice.python } : {}), ...choice.products });
    return runs.length ? say("briefRuns", { products: runs.map(([product, version]) => say("productAt", { product, version })).join(", ") }) : "";
  }

  /** The brief of a hop. samples: see stepText. */
  function write(hop, state, samples) {
    const absent = hop.groups.flatMap(group => group.steps).filter(step => step.absent).length;
    return `${[
      `# ${say("briefTitle", hop)}`, say("briefTask", { ...hop, url: state.hostedPlan({ hop: hop.to }) }), runsText(state.choice),
      `## ${say("briefRulesTitle")}`, bullets(state.model.briefRules.map(rule => planner.words.fill(rule, hop))),
      `## ${say("briefRun")}`, fenced("sh", hop.commands),
      ...hop.groups.filter(group => group.key !== "absent").map(group => groupText(group, state, samples)),
      absent ? say("briefAbsent", { n: absent }) : "",
      `## ${say("briefDone")}`, say("briefDoneMeaning", hop), fenced("sh", hop.verify)
    ].filter(Boolean).join("\n\n")}\n`;
  }

  /** Get the samples of a hop, once. then: what to do with them; failed: what to do without. */
  function load(hop, state, then, failed) {
    const kept = planner.samples && planner.samples[hop.to];
    if (kept) {
      then(kept);
      return;
    }
    const script = planner.parts.make("script", { src: `${state.root.dataset.samples}${hop.to}.js` });
    script.addEventListener("load", () => { then(planner.samples[hop.to]); });
    script.addEventListener("error", failed);
    document.body.append(script);
  }

  planner.brief = { write, load };
})(window.atlasPlanner = window.atlasPlanner || {});
