"use strict";

// Queries that facts answer: support, what a release runs on, the plan between two releases. Sentences and words are
// ANSWERS, of atlas/publish/search/answers.py. Which words a query has decides what it asks; one with any other word asks nothing.

/** A release as data has it, of any version; undefined where it is none. */
function releaseOf(version) {
  const release = version.split(".").slice(0, 2).join(".");
  return ANSWERS.releases.includes(release) ? release : undefined;
}

/** What a query asks: its words, the versions of Django and the product in it; null where it has a stranger. */
function askedIn(query) {
  const { words, products } = ANSWERS, all = new Set(Object.values(words).flat());
  const asked = { words: [], versions: [], product: "", version: "" };
  let about = "";
  for (const word of query.toLowerCase().match(/[a-z]+3(?!\d)|[a-z]+|\d+(?:\.\d+)*(?:c\b|ai\b)?|[^\s\w?!.,:;>→-]/g) ?? []) {
    if (/^\d/.test(word)) {
      if (about === "product" && !asked.version) asked.version = word;
      else asked.versions.push(word);
    } else if (products[word]) {
      asked.product = products[word];
      about = "product";
    } else if (all.has(word)) {
      if (word === "django") about = "";
      asked.words.push(word);
    } else return null;
  }
  return asked.versions.every(releaseOf) ? asked : null;
}

/** The numbers in a version of a product. */
function partsOf(version) {
  return version.split(".").map(part => parseInt(part, 10));
}

/** Whether a product's version is the least one or newer; one with fewer parts is the newest of its series. */
function isAtMost(least, version) {
  const wanted = partsOf(least), own = partsOf(version), place = own.findIndex((number, i) => number !== wanted[i]);
  return place < 0 || place >= wanted.length || own[place] > wanted[place];
}

/** What is said of a release's support on a day: { title, text }. */
function supportOn(release, day) {
  const [, title, text] = ANSWERS.support[release].filter(([begins]) => begins <= day).pop();
  return { title, text };
}

/** The newest Django on a version of a product. */
function newestOn(product, version, day) {
  const { newest, exact, table } = ANSWERS.needs[product];
  const fitting = newest.filter(([least]) => (exact ? least === version.split(".").slice(0, 2).join(".") : isAtMost(least, version)));
  if (!fitting.length) return [];
  const [least, release, title, text] = fitting.pop(), support = supportOn(release, day);
  const isSeries = !exact && partsOf(least).length > partsOf(version).length;
  const named = isSeries ? ANSWERS.series.replace("#", version).replace("{least}", least) : version;
  const told = isSeries ? table : text.replace("#", version);
  return [{ location: ANSWERS.places.release.replace("#", release), title: title.replace("#", named), text: `${told} ${support.title}` }];
}

/** What a release needs of a product, or all releases do. */
function needsOf(product, release) {
  const { title, table, releases } = ANSWERS.needs[product];
  if (!release) return [{ location: ANSWERS.places.needs, title, text: table }];
  if (!releases[release]) return [];
  const location = ANSWERS.pages[product]?.[release] ?? ANSWERS.places.needs;
  return [{ location, title: releases[release][0], text: `${releases[release][1]} ${table}`.trim() }];
}

/** The plan between two versions. */
function planBetween(from, to) {
  const [start, end] = [from, to].map(version => ANSWERS.releases.indexOf(releaseOf(version)));
  if (start >= end) return [];
  const hops = ANSWERS.releases.slice(start + 1, end + 1).join(", "), goal = releaseOf(to);
  const fill = text => text.replace("{from}", from).replace("{to}", goal).replace("{hops}", hops);
  const location = `${ANSWERS.places.plan}?from=${from}&to=${goal}`;
  return [{ location, title: fill(ANSWERS.plan.title), text: fill(ANSWERS.plan.text) }];
}

/** The facts that answer a query on a day: [{ location, title, text }], mostly none. */
function factsFor(query, day) {
  const asked = askedIn(query);
  if (!asked) return [];
  const { product, version, versions: [first, second, ...others], words } = asked;
  const has = sort => words.some(word => ANSWERS.words[sort].includes(word));
  if (others.length) return [];
  if (product && first && !second) return needsOf(product, releaseOf(first));
  if (product && version) return newestOn(product, version, day);
  if (product) return has("least") && !first ? needsOf(product, "") : [];
  if (second) return planBetween(first, second);
  const said = first && has("support") && !has("move") && supportOn(releaseOf(first), day);
  return said ? [{ location: ANSWERS.places.release.replace("#", releaseOf(first)), ...said }] : [];
}

/** Facts as results. */
function answersTo(query, day) {
  return factsFor(query, day).map(({ location, title, text }) => (
    [{ location, title: escapeHtml(title), text: `<p>${escapeHtml(text)}</p>`, score: 0, terms: {} }]
  ));
}

/** How many hops of those between two versions a guide tells of; 0 for what is no such guide. */
function hopsTold({ location, page }, from, to) {
  const [start, end] = (/([\d.]+)-to-(\d+\.\d+)/.exec(location) ?? []).slice(1).map(release => ANSWERS.releases.indexOf(release));
  return !page && from <= start && end <= to ? end - start : 0;
}

/**
 * Results with those first that a query names: its CVE, guides between its versions, a page by one of its keywords. Those
 * of changes are asked for whole messages.
 */
function leading(results, query) {
  const typed = query.replace(ADDED, "").replace(/\.$/, "").trim().toLowerCase(), isLong = typed.split(/\s+/).length > 3;
  const cve = /^cve[- ](\d{4})[- ](\d+)$/.exec(typed)?.slice(1).join("-");
  const versions = (askedIn(query)?.versions ?? []).map(version => ANSWERS.releases.indexOf(releaseOf(version)));
  const rating = ({ entry }) => {
    if (cve) return Number(entry.location.endsWith(`#cve-${cve}`));
    if (versions.length === 2) return hopsTold(entry, versions[0], versions[1]);
    return Number((isLong || !entry.kind) && (entry.keywords ?? "").toLowerCase().split(", ").includes(typed));
  };
  return results.map(result => ({ result, rate: rating(result) })).sort((a, b) => b.rate - a.rate).map(({ result }) => result);
}

/** Answers before other groups, no page twice, with scores in their order. */
function withAnswers(asked, groups) {
  const told = asked.map(([{ location }]) => location);
  return fallingScores([...asked, ...groups.filter(items => items.every(({ location }) => !told.includes(location)))]);
}
