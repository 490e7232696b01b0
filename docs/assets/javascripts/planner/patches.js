/* What the newest patch release brings to those who run an older one of its series, apart from what the hops bring. */
(/** @param {any} planner */ planner => {
  "use strict";

  const { say } = planner.words;

  /** Entries after which code that worked may fail or differ, and CVEs, both after a version and up to the newest of its
   * release; null for those who have the newest. */
  function brought(from, release, model) {
    const { dates, newest, breaks } = model.releases.get(release);
    if (from === newest) return null;
    const place = model.versions.get(from).place;
    const cves = model.cves.filter(cve => cve.date > dates[from] && cve.fixedIn.includes(release));
    return {
      from, newest, release, cves: cves.length,
      breaks: breaks.filter(one => model.versions.get(one.version).place > place)
    };
  }

  /** All of it in a line. */
  function sentence(patches) {
    const { from, newest } = patches;
    const breaks = say("mayBreak", { n: patches.breaks.length }), cves = say("cvesOnTheWay", { n: patches.cves });
    return say("patches", { from, newest, breaks, cves });
  }

  /** An entry, with a link to its place on the page of its patch release. */
  function item({ version, unit, text }, patches, state) {
    const { changes, suffix } = state.root.dataset, folder = suffix === "/" ? "/" : "/index.html";
    const link = planner.parts.make("a", { href: `${changes}${patches.release}/${version}${folder}#${unit}` }, [version]);
    return planner.parts.make("li", {}, [link, ": ", ...planner.parts.code(text)]);
  }

  /** The line, and below it each entry that may break; null for those who have the newest patch release. */
  function draw(patches, state) {
    if (!patches) return null;
    const { make } = planner.parts, said = [sentence(patches)];
    if (!patches.breaks.length) return make("p", { class: "plan-patches" }, said);
    const items = patches.breaks.map(one => item(one, patches, state));
    return make("details", { class: "plan-patches" }, [make("summary", {}, said), make("ul", {}, items)]);
  }

  planner.patches = { brought, sentence, draw };
})(window.atlasPlanner = window.atlasPlanner || {});
