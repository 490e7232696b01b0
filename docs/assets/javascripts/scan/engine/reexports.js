"use strict";

// Django's public modules, and the modules behind them that hold the same names. Mirrors atlas/scan/reexports.py.

/** A dotted name and the public name that means the same, if there is another. */
function spellings(dotted, reexports) {
  for (let module = beforeLast(dotted, "."); module; module = beforeLast(module, ".")) {
    const meant = reexports.get(module);
    if (meant !== undefined) return [dotted, meant + dotted.slice(module.length)];
  }
  return [dotted];
}
