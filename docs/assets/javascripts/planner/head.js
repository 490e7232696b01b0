/* The head of a plan: the answer in two sentences, what is wrong or missing, the board of hops, the newest patch, the CVEs. */
(/** @param {any} planner */ planner => {
  "use strict";

  const { parts, steps } = planner;
  const { make } = parts;
  const { say } = planner.words;

  /** How much can be done on the release that the reader runs. */
  function todayWords(work, plan) {
    const today = work.filter(step => step.today).length;
    if (!today) return "";
    return today === work.length ? say("allToday", plan) : say("someToday", { n: today, start: plan.start });
  }

  /** How many steps nothing warns of. */
  function silentWords(work) {
    const silent = work.filter(step => step.change && step.change.silent).length;
    return silent ? say("silentSteps", { n: silent }) : "";
  }

  /** The plan in one line. */
  function answer(plan) {
    const hops = plan.hops.length, work = steps.work(steps.ofPlan(plan));
    if (!hops && !plan.patch) return say("onNewest", plan);
    if (!hops) return say("stay", { start: plan.start, newest: plan.patch.id.split("/")[1] });
    const all = say("answer", { hops: say("hops", { n: hops }), steps: say("steps", { n: work.length }) });
    return [all, todayWords(work, plan), silentWords(work)].filter(Boolean).join(" ");
  }

  /** A warning where official notes are not all read. */
  function incomplete(plan) {
    const open = plan.hops.filter(hop => hop.notes.open);
    if (!open.length) return null;
    return make("p", { class: "plan-warning" }, [say("incomplete", { releases: open.map(hop => hop.to).join(", ") })]);
  }

  /** A CVE with its link. */
  function cveItem(cve, state) {
    const link = make("a", { href: `${state.root.dataset.security}#${cve.id.toLowerCase()}` }, [cve.id]);
    return make("li", {}, [link, ` ${[cve.date, cve.severity].filter(Boolean).join(", ")}`]);
  }

  /** The CVEs that the plan closes, folded. */
  function cves(plan, state) {
    if (!plan.cves.length) return null;
    return make("details", { class: "plan-cves" }, [
      make("summary", {}, [say("cves", { n: plan.cves.length, from: plan.from, goal: plan.goal })]),
      make("ul", {}, plan.cves.map(cve => cveItem(cve, state)))
    ]);
  }

  /** What of the address made no sense. */
  function problems(choice) {
    if (!choice.problems.length) return null;
    return make("ul", { class: "plan-warning" }, choice.problems.map(problem => make("li", {}, [problem])));
  }

  /** Elements, and null where there is nothing to say. */
  function draw(plan, choice, state) {
    const title = make("h2", { class: "plan-title", tabindex: "-1" }, [say("title", plan)]);
    if (plan.sentence) return [title, make("p", { class: "plan-warning" }, [plan.sentence]), problems(choice)];
    return [
      title, make("p", { class: "lead" }, [answer(plan)]), planner.found.summary(steps.ofPlan(plan), state), planner.found.packages(state),
      problems(choice), incomplete(plan), planner.board.draw(plan, state),
      planner.patches.draw(plan.patches, state), cves(plan, state)
    ];
  }

  planner.head = { draw, answer };
})(window.atlasPlanner = window.atlasPlanner || {});
