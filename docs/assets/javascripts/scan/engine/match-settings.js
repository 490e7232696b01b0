"use strict";

// Settings: assigned in a module or class, passed as a keyword, set on or read from `settings`. Mirrors
// atlas/scan/match_settings.py.

/** Every setting that a rule asks for. */
function matchSettings(index, facts, names) {
  const table = index.named.setting;
  if (!table.size) return [];
  const asksFor = chain => chain.some(part => table.has(part));
  return [
    ...facts.assignments.filter(item => asksFor(item.chain)).flatMap(item => {
      const name = item.chain.length === 1 ? item.chain[0] : names.setting(item.chain, item.scope);
      return settingGiven(index, name, item.value, item.at, item.when);
    }),
    ...facts.calls.flatMap(call => settingsInCall(index, names, call)),
    ...facts.uses.filter(use => asksFor(use.chain)).flatMap(use => {
      return settingNamed(index, names.setting(use.chain, use.scope), use.at, use.when);
    }),
    ...facts.texts.filter(text => text.value.startsWith(`${names.settingsObject}.`)).flatMap(text => {
      const [name] = text.value.slice(names.settingsObject.length + 1).split(".");
      return settingNamed(index, name, text.at, text.when);
    }),
  ];
}

/** A setting that is given a value. */
function settingGiven(index, name, value, at, when) {
  return index.find("setting", name).flatMap(ref => {
    const places = ref.rule.value ? placesThatFit(ref.rule, value) : [at];
    return places.map(place => ({ ref, at: place, when, what: name }));
  });
}

/** A setting that is read, or set to something unknown. */
function settingNamed(index, name, at, when) {
  return index.find("setting", name).filter(ref => !ref.rule.value).map(ref => ({ ref, at, when, what: name }));
}

/** `override_settings(X=…)`, `self.settings(X=…)`, `dict(X=…)`; `getattr(settings, "X")` and the like. */
function settingsInCall(index, names, call) {
  const table = index.named.setting;
  const found = [];
  let before = null;
  for (const { key, at, value } of call.arguments) {
    if (typeof key === "string") {
      if (table.has(key)) found.push(...settingGiven(index, key, value, at, call.when));
    } else if (table.has(value.text) && before && names.isSettings(before.chain, call.scope)) {
      found.push(...settingNamed(index, value.text, at, call.when));
    }
    before = value;
  }
  return found;
}

/** Settings that `unset` rules ask for and this file assigns; where it is a settings module, if it is, else -1. */
function assignedSettings(index, facts) {
  const names = [];
  let at = -1;
  for (const item of facts.assignments) {
    if (item.chain.length > 1) continue;
    if (index.named.unset.has(item.chain[0])) names.push(item.chain[0]);
    else if (item.chain[0] === index.tables.settingsMark && at < 0 && !item.adds) ({ at } = item);
  }
  return { names, at };
}
