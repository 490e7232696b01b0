/* Files that somebody picked or dropped, as rows of path and file. Nothing is read here, and the page stays usable:
 * after a few milliseconds the work makes way for others.
 */
(function () {
  "use strict";

  var scan = window.atlasScan = window.atlasScan || {};
  /** Milliseconds of work at a time; a picture on the screen has 16. */
  var SLICE = 8;

  /** Do something for each number below `count`, in slices, then `done`. */
  scan.inSlices = function (count, each, done) {
    var at = 0;
    (function slice() {
      var end = performance.now() + SLICE;
      while (at < count && performance.now() < end) each(at++);
      if (at < count) setTimeout(slice);
      else done();
    })();
  };

  /** A picked folder's own name is no part of the paths below it. */
  function below(path) {
    return path.slice(path.indexOf("/") + 1);
  }

  /** Rows of the files in an input, which is then empty: so the same folder can be picked again. */
  scan.picked = function (input, done) {
    var list = input.files, rows = [];
    scan.inSlices(list.length, function (number) {
      var file = list[number];
      rows.push([file.webkitRelativePath ? below(file.webkitRelativePath) : file.name, file]);
    }, function () {
      input.value = "";
      done(rows);
    });
  };

  /** Folders into which a walk need not go: the engine (engine/source.js) passes them over in any case. */
  function passedOver(name) {
    return name[0] === "." || scan.rules.tables.skipped_folders.indexOf(name) >= 0;
  }

  /** All entries of a folder of the older kind, which come in portions. */
  function entriesOf(folder) {
    var reader = folder.createReader(), found = [];
    return new Promise(function (resolve, reject) {
      (function more() {
        reader.readEntries(function (portion) {
          found = found.concat(portion);
          if (portion.length) more();
          else resolve(found);
        }, reject);
      })();
    });
  }

  /** The two kinds of things that a browser hands over as dropped: what is inside of a folder, and the file itself. */
  var KINDS = {
    // Chromium's; it reads the older kind from a server only, not for a page on disk.
    directory: async function (handle) {
      var found = [];
      for await (var inner of handle.values()) found.push(inner);
      return found;
    },
    file: function (handle) {
      return handle.getFile();
    },
    // The older kind, which every browser has.
    entries: entriesOf,
    entry: function (entry) {
      return new Promise(function (resolve, reject) {
        entry.file(resolve, reject);
      });
    }
  };

  function kindOf(item) {
    if (item.kind) return item.kind;
    return item.isDirectory ? "entries" : "entry";
  }

  function isFolder(item) {
    return Boolean(item.createReader || item.values);
  }

  /** Rows of all files below something dropped; what cannot be read, a folder with its slash, has no file. */
  async function walk(item, prefix, rows) {
    var inner;
    try {
      inner = await KINDS[kindOf(item)](item);
    } catch (error) {
      rows.push([isFolder(item) ? prefix || item.name + "/" : prefix + item.name, null]);
      return;
    }
    if (!isFolder(item)) rows.push([prefix + item.name, inner]);
    else await walkAll(inner, prefix, rows);
  }

  async function walkAll(items, prefix, rows) {
    for (var item of items) {
      if (!isFolder(item)) await walk(item, prefix, rows);
      else if (!passedOver(item.name)) await walk(item, prefix + item.name + "/", rows);
    }
  }

  /** What an item of a drop is, as a promise; of nothing where it is no file. */
  function thing(item) {
    if (item.kind !== "file") return null;
    var asked = item.getAsFileSystemHandle ? item.getAsFileSystemHandle() : item.webkitGetAsEntry();
    return Promise.resolve(asked).catch(function () { return null; });
  }

  /** Rows of what was dropped. One folder alone is the project; among others, folders keep their names. */
  scan.dropped = async function (transfer, done) {
    // Things and files are gone as soon as the event is over, so all are asked for before anything waits.
    var asked = Array.from(transfer.items, thing), files = Array.from(transfer.files), rows = [];
    var things = (await Promise.all(asked)).filter(Boolean);
    if (things.length === 1 && isFolder(things[0])) await walk(things[0], "", rows);
    else if (things.length) await walkAll(things, "", rows);
    else files.forEach(function (file) { rows.push([file.name, file]); });
    done(rows);
  };
})();
