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
    const places = ref.rule.value ? valuesThatFit(ref.rule, value).map(node => node.from) : [at];
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
  for (const keyword of call.node.keywords) {
    if (!table.has(keyword.arg)) continue;
    found.push(...settingGiven(index, keyword.arg, keyword.value, call.pinned ? call.at : keyword.from, call.when));
  }
  call.node.args.slice(1).forEach((second, number) => {
    if (second.type !== "Constant" || second.kind !== "string" || !table.has(second.value)) return;
    if (!names.isSettings(chainOf(call.node.args[number]), call.scope)) return;
    found.push(...settingNamed(index, second.value, call.pinned ? call.at : second.from, call.when));
  });
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
