"use strict";

// Which import a name stands for: Python's scopes, with what is bound in each. Mirrors atlas/scan/python/scopes.py.

/** What a name is bound to: the dotted name of an import, or this for anything else. */
const OTHER = "";

/**
 * A class statement: its name and bases, each with the scope in which to look it up.
 * @typedef {{ name: string, bases: { chain: string[], scope: Scope }[] }} Class
 */

/** A module, class, function or comprehension, and the origins of the names that it binds. */
class Scope {
  /** most: origins of one name that are kept; the module's counts for all scopes in it. */
  constructor(kind, parent = null, most = 0) {
    this.kind = kind;
    this.most = parent ? parent.most : most;
    this.parent = parent;
    this.names = new Map();
    this.classes = new Map();
    this.elsewhere = new Map();
  }

  /** Bind a name. Origin null binds it without saying to what (`url = None` in a fallback). */
  bind(name, origin = OTHER) {
    const { names } = this.elsewhere.get(name) || this;
    if (!names.has(name)) names.set(name, []);
    const origins = names.get(name), fits = origin === OTHER || origins.length < this.most;
    if (origin !== null && fits && !origins.includes(origin)) origins.push(origin);
  }

  /** The scope in which a name is looked up from here; class bodies are seen from themselves only. */
  holder(name) {
    for (let scope = this; scope; scope = scope.parent) {
      if (scope.names.has(name) && (scope.kind !== "class" || scope === this)) return scope;
    }
    return null;
  }

  /** `global` or `nonlocal` names: the module's, or those of the function around that binds them. */
  declare(names, word) {
    let outer = this.parent || this;
    while (word === "Global" && outer.parent) outer = outer.parent;
    for (const name of names) {
      this.elsewhere.set(name, (word === "Nonlocal" && outer.holder(name)) || outer);
    }
  }

  /** The nearest scope, this one included, that is not of a kind. */
  around(kind) {
    let scope = this;
    while (scope.kind === kind && scope.parent) scope = scope.parent;
    return scope;
  }
}

/** The dotted names that a chain may stand for, and whether it stands for all of them in turn (`every`). */
function originsOf(chain, scope, stars) {
  const holder = scope.holder(chain[0]);
  const tail = chain.slice(1).map(part => `.${part}`).join("");
  if (!holder) return { dotted: stars.map(module => `${module}.${chain[0]}${tail}`), every: false };
  const found = holder.names.get(chain[0]);
  return { dotted: found.includes(OTHER) ? [] : found.map(origin => origin + tail), every: true };
}

/** The bases of a class and of its bases in the same file, so many at most: dotted where known, else as written. */
function ancestry(owner, stars, most) {
  const found = [];
  const seen = new Set([owner]);
  const queue = [...owner.bases];
  for (let at = 0; at < queue.length && at < most; at++) {
    const { chain, scope } = queue[at];
    const holder = scope.holder(chain[0]);
    const local = holder && chain.length === 1 ? holder.classes.get(chain[0]) : undefined;
    if (local && !seen.has(local)) {
      seen.add(local);
      queue.push(...local.bases);
    }
    const { dotted } = originsOf(chain, scope, stars);
    found.push(...(dotted.length ? dotted : [chain.join(".")]));
  }
  return found;
}
