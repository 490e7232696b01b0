"use strict";

// Django's public modules, and the modules behind them that hold the same names. Mirrors atlas/scan/reexports.py.

/** Module → public module, from public module → its submodules in one text, as atlas/scan/reexports.py has them. */
function reexportsFrom(publicModules) {
  const found = new Map();
  for (const [module, names] of Object.entries(publicModules)) {
    for (const name of names.split(" ")) found.set(`${module}.${name}`, module);
  }
  // These two offer everything of the plain modules beside their own.
  found.set("django.contrib.gis.db.models", "django.db.models");
  found.set("django.contrib.gis.forms", "django.forms");
  return found;
}

/** A dotted name and the public name that means the same, if there is another. */
function spellings(dotted, reexports) {
  for (let module = beforeLast(dotted, "."); module; module = beforeLast(module, ".")) {
    const meant = reexports.get(module);
    if (meant !== undefined) return [dotted, meant + dotted.slice(module.length)];
  }
  return [dotted];
}
