"use strict";

// Names of a file, resolved through its imports, held against dotted names in rules. Mirrors atlas/scan/resolve.py.

class Resolver {
  constructor(index, facts) {
    this.index = index;
    this.stars = facts.stars;
    this.settingsObject = index.tables.settingsObject;
  }

  origins(chain, scope) {
    return originsOf(chain, scope, this.stars);
  }

  /** Rules of kind `name` that name this or what it is part of: a map from rule to the name in it. */
  named(dotted) {
    return new Map(spellings(dotted, this.index.tables.reexports).reverse().flatMap(spelling => this.index.under("name", spelling)));
  }

  /** Names that are gone which a chain stands for, each as it is written: other modules may still have it. */
  gone(chain, scope) {
    const { dotted, every } = this.origins(chain, scope);
    return inCommon(dotted.map(name => this.index.gone(name)), every);
  }

  /** Rules of kind `call` that name exactly this. */
  called(dotted) {
    return new Map(spellings(dotted, this.index.tables.reexports).flatMap(name => this.index.find("call", name).map(ref => [ref, name])));
  }

  /** The X of `settings.X`, if the chain begins with Django's settings. */
  setting(chain, scope) {
    if (chain.length < 2) return "";
    const found = this.origins(chain, scope).dotted.find(dotted => dotted.startsWith(`${this.settingsObject}.`));
    return found ? found.slice(this.settingsObject.length + 1).split(".")[0] : "";
  }

  /** Whether a chain is Django's settings object. */
  isSettings(chain, scope) {
    return chain !== null && this.origins(chain, scope).dotted.includes(this.settingsObject);
  }

  /** Whether a class derives from one of the bases: dotted names, or last parts of names. */
  derives(owner, bases) {
    if (!owner) return false;
    return ancestry(owner, this.stars, this.index.tables.mostBases).some(name => {
      return bases.includes(afterLast(name, ".")) || spellings(name, this.index.tables.reexports).some(spelling => bases.includes(spelling));
    });
  }
}

/** Rules met by each origin of a name (`every`), or by any of them. found: maps from rule to name. */
function inCommon(found, every) {
  if (!found.length) return new Map();
  if (every) return new Map([...found[0]].filter(([ref]) => found.every(other => other.has(ref))));
  return new Map(found.reverse().flatMap(other => [...other]));
}
