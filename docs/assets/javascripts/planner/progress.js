/* Ticks and notes by step, kept in the browser (localStorage) and nowhere else. Draws nothing.
 *
 * Stored and exported form: {"format": "atlas-progress", "version": 1, "steps": {"4.1/x": {"done": "2026-11-21", "note": "…"}}}.
 * Steps that this build does not know are kept: they may belong to a newer copy of the site.
 */
(/** @param {any} planner */ planner => {
  "use strict";

  const { say } = planner.words;
  const KEY = "atlas.progress";
  const FORMAT = "atlas-progress";
  const ID = /^[a-z0-9.]{1,20}\/[a-z0-9.-]{1,100}$/;
  const DAY = /^\d{4}-\d\d-\d\d$/;
  /** The longest file in bytes, the most steps of one, the longest note in characters. */
  const MOST = { bytes: 2000000, steps: 10000, note: 5000 };

  /** A property of the object itself, nothing inherited. */
  function own(object, key) {
    return Object.prototype.hasOwnProperty.call(object, key) ? object[key] : undefined;
  }

  /** Whether a value is an object with names. */
  function isObject(value) {
    return typeof value === "object" && value !== null && !Array.isArray(value);
  }

  /** One entry as it may be kept; null for one that says nothing or is of another form. */
  function entryOf(value) {
    if (!isObject(value)) return null;
    const done = own(value, "done"), note = own(value, "note");
    const entry = {
      done: typeof done === "string" && DAY.test(done) ? done : "",
      note: typeof note === "string" ? note.slice(0, MOST.note) : ""
    };
    return entry.done || entry.note ? entry : null;
  }

  /** Entries of a parsed file by id, those of changes that moved under their name of now. */
  function entriesIn(steps, moved) {
    const entries = new Map();
    Object.keys(steps).slice(0, MOST.steps).forEach(id => {
      const entry = ID.test(id) ? entryOf(own(steps, id)) : null;
      if (entry) entries.set(moved.get(id) || id, entry);
    });
    return entries;
  }

  /** The value of a text in JSON; undefined where it is none. */
  function parsed(text) {
    try {
      return JSON.parse(text);
    } catch (error) {
      return undefined;
    }
  }

  /** Read exported or stored text: {entries} or {sentence} that says what is wrong with it. */
  function parse(text, moved) {
    if (text.length > MOST.bytes) return { sentence: say("tooLarge") };
    const value = parsed(text);
    if (value === undefined) return { sentence: say("notJson") };
    if (!isObject(value) || own(value, "format") !== FORMAT || !isObject(own(value, "steps"))) return { sentence: say("notTicks") };
    if (own(value, "version") !== 1) return { sentence: say("newerCopy") };
    return { entries: entriesIn(own(value, "steps"), moved) };
  }

  /** Entries as the text of a file. */
  function write(entries) {
    const steps = Object.fromEntries([...entries.keys()].sort().map(id => [id, entries.get(id)]));
    return JSON.stringify({ format: FORMAT, version: 1, steps }, null, 1);
  }

  /** Two notes as one, without saying anything twice. */
  function joined(one, other) {
    if (!one || one === other) return other;
    return !other || one.includes(other) ? one : `${one}\n${other}`;
  }

  /** Put entries of a file to those that are there: nothing is lost, of two days the earlier one holds. */
  function merge(entries, more) {
    more.forEach((entry, id) => {
      const here = entries.get(id) || { done: "", note: "" };
      const days = [here.done, entry.done].filter(Boolean).sort();
      entries.set(id, { done: days[0] || "", note: joined(here.note, entry.note).slice(0, MOST.note) });
    });
    return entries;
  }

  /** What the browser keeps. Where it keeps nothing, all works until the page is closed; `kept` says so. */
  class Store {
    /** moved: names of now, by the names that changes had before. */
    constructor(moved) {
      this.moved = moved;
      this.entries = new Map();
      this.kept = true;
      this.load();
    }

    /** Read what the browser keeps. */
    load() {
      try {
        const text = localStorage.getItem(KEY);
        const found = text === null ? { entries: new Map() } : parse(text, this.moved);
        this.entries = found.entries || this.entries;
        this.kept = Boolean(found.entries); // what a newer copy of the site wrote is not overwritten
      } catch (error) {
        this.kept = false;
      }
    }

    /** Have the browser keep the entries. */
    save() {
      if (!this.kept) return;
      try {
        localStorage.setItem(KEY, write(this.entries));
      } catch (error) {
        this.kept = false;
      }
    }

    /** Set one field of an entry; an entry that says nothing is dropped. */
    change(id, field, value) {
      if (this.kept) this.load(); // another tab may have written
      const entry = { done: "", note: "", ...this.entries.get(id), [field]: value };
      if (entry.done || entry.note) this.entries.set(id, entry);
      else this.entries.delete(id);
      this.save();
    }

    /** Add the entries of a file. */
    merge(entries) {
      if (this.kept) this.load();
      merge(this.entries, entries);
      this.save();
    }

    /** Whether a step is ticked. */
    done(id) { return Boolean((this.entries.get(id) || {}).done); }

    /** The note on a step; empty without one. */
    note(id) { return (this.entries.get(id) || {}).note || ""; }

    /** Tick a step. day: ISO; empty takes the tick away. */
    tick(id, day) { this.change(id, "done", day); }

    /** Write a note; an empty one is dropped. */
    write(id, note) { this.change(id, "note", note.slice(0, MOST.note)); }
  }

  planner.progress = { KEY, parse, write, merge, open: moved => new Store(moved) };
})(window.atlasPlanner = window.atlasPlanner || {});
