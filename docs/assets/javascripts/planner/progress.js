/* Ticks and notes by step, kept in the browser (localStorage) and nowhere else. Draws nothing.
 *
 * Stored and exported form: {"format": "atlas-progress", "version": 1, "steps": {"4.1/x": {"done": "2026-11-21", "note": "…"}}}.
 * Steps that this build does not know are kept: they may belong to a newer copy of the site.
 */
(function (planner) {
  "use strict";

  var KEY = "atlas.progress";
  var FORMAT = "atlas-progress";
  var ID = /^[a-z0-9.]{1,20}\/[a-z0-9.-]{1,100}$/;
  var DAY = /^\d{4}-\d\d-\d\d$/;
  var MOST = { bytes: 2000000, steps: 10000, note: 5000 };

  function own(object, key) {
    return Object.prototype.hasOwnProperty.call(object, key) ? object[key] : undefined;
  }

  function isObject(value) {
    return typeof value === "object" && value !== null && !Array.isArray(value);
  }

  /** One entry as it may be kept; null for one that says nothing or is of another form. */
  function entryOf(value) {
    if (!isObject(value)) return null;
    var done = own(value, "done"), note = own(value, "note");
    var entry = {
      done: typeof done === "string" && DAY.test(done) ? done : "",
      note: typeof note === "string" ? note.slice(0, MOST.note) : ""
    };
    return entry.done || entry.note ? entry : null;
  }

  /** Entries of a parsed file by id, those of changes that moved under their name of now. */
  function entriesIn(steps, moved) {
    var entries = new Map();
    Object.keys(steps).slice(0, MOST.steps).forEach(function (id) {
      var entry = ID.test(id) ? entryOf(own(steps, id)) : null;
      if (entry) entries.set(moved.get(id) || id, entry);
    });
    return entries;
  }

  /** Read exported or stored text: {entries} or {sentence} that says what is wrong with it. */
  function parse(text, moved) {
    var value;
    if (text.length > MOST.bytes) return { sentence: "This file is too large to be an export of ticks: nothing was read." };
    try {
      value = JSON.parse(text);
    } catch (error) {
      return { sentence: "This file is not JSON: choose one that “Save ticks and notes” wrote." };
    }
    if (!isObject(value) || own(value, "format") !== FORMAT || !isObject(own(value, "steps"))) {
      return { sentence: "This file holds no ticks of this planner: choose one that “Save ticks and notes” wrote." };
    }
    if (own(value, "version") !== 1) {
      return { sentence: "This file was written by a newer copy of the site: nothing was read." };
    }
    return { entries: entriesIn(own(value, "steps"), moved) };
  }

  function write(entries) {
    var steps = {};
    Array.from(entries.keys()).sort().forEach(function (id) { steps[id] = entries.get(id); });
    return JSON.stringify({ format: FORMAT, version: 1, steps: steps }, null, 1);
  }

  function joined(one, other) {
    if (!one || one === other) return other;
    return !other || one.includes(other) ? one : one + "\n" + other;
  }

  /** Put entries of a file to those that are there: nothing is lost, of two days the earlier one holds. */
  function merge(entries, more) {
    more.forEach(function (entry, id) {
      var here = entries.get(id) || { done: "", note: "" };
      var days = [here.done, entry.done].filter(Boolean).sort();
      entries.set(id, { done: days[0] || "", note: joined(here.note, entry.note).slice(0, MOST.note) });
    });
    return entries;
  }

  /** What the browser keeps. Where it keeps nothing, everything works until the page is closed; `kept` says so. */
  function open(moved) {
    var store = { entries: new Map(), kept: true };

    store.load = function () {
      try {
        var text = localStorage.getItem(KEY);
        var found = text === null ? { entries: new Map() } : parse(text, moved);
        store.entries = found.entries || store.entries;
        store.kept = Boolean(found.entries); // what a newer copy of the site wrote is not overwritten
      } catch (error) {
        store.kept = false;
      }
    };

    store.save = function () {
      if (!store.kept) return;
      try {
        localStorage.setItem(KEY, write(store.entries));
      } catch (error) {
        store.kept = false;
      }
    };

    function change(id, field, value) {
      if (store.kept) store.load(); // another tab may have written
      var entry = Object.assign({ done: "", note: "" }, store.entries.get(id));
      entry[field] = value;
      if (entry.done || entry.note) store.entries.set(id, entry);
      else store.entries.delete(id);
      store.save();
    }

    store.merge = function (entries) {
      if (store.kept) store.load();
      merge(store.entries, entries);
      store.save();
    };
    store.done = function (id) { return Boolean((store.entries.get(id) || {}).done); };
    store.note = function (id) { return (store.entries.get(id) || {}).note || ""; };
    store.tick = function (id, day) { change(id, "done", day); };
    store.write = function (id, note) { change(id, "note", note.slice(0, MOST.note)); };
    store.load();
    return store;
  }

  planner.progress = { KEY: KEY, parse: parse, write: write, merge: merge, open: open };
})(window.atlasPlanner = window.atlasPlanner || {});
