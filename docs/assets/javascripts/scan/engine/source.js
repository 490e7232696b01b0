"use strict";

// Files of a project: which are read, as what, and their text. Mirrors atlas/scan/source.py.

/** Folders with nothing that the project's authors wrote. Hidden folders are passed over as well. */
const SKIPPED = new Set([
  "node_modules", "bower_components", "__pycache__", "site-packages", "__pypackages__", "htmlcov",
]);
/** A folder with this file is a virtual environment, whatever its name. */
const ENVIRONMENT = "pyvenv.cfg";
const TEMPLATE = /\.(?:html?|djhtml|django)$/;
/** Texts that are templates only below a folder named `templates`. */
const TEXT_TEMPLATE = /\.(?:txt|xml|js|css|svg|md|json|csv|tex|rss|mjml|eml|email|subject|ics|sql)$/;
/** What tools made of other files. */
const MADE = /\.min\.(?:js|css)$/;
const LARGEST = 2000000;
const COOKIE = /^[ \t\f]*#.*?coding[:=][ \t]*([-\w.]+)/;
const EMPTY_LINE = /^[ \t\f]*(?:[#\r\n]|$)/;

/** `python`, `template` or `other` for a path; null if no rule asks for such a file. */
function kindOf(shown, globs) {
  const folders = shown.toLowerCase().split("/");
  const name = folders.pop();
  if (name.endsWith(".py")) return "python";
  if (MADE.test(name)) return null;
  const text = folders.includes("templates") && TEXT_TEMPLATE.test(name);
  if (!folders.includes("jinja2") && (TEMPLATE.test(name) || text)) return "template";
  return globs.some(glob => matchesGlob(name, glob)) ? "other" : null;
}

/** Whether a file lies in a folder that is passed over. environments: folders with `pyvenv.cfg`. */
function isPassedOver(shown, environments) {
  const folders = shown.split("/").slice(0, -1);
  if (environments.has("")) return true;
  return folders.some((folder, depth) => {
    return folder.startsWith(".") || SKIPPED.has(folder) || environments.has(folders.slice(0, depth + 1).join("/"));
  });
}

/** The folders among paths that are virtual environments. */
function environmentsAmong(paths) {
  const found = paths.filter(path => path === ENVIRONMENT || path.endsWith(`/${ENVIRONMENT}`));
  return new Set(found.map(path => beforeLast(path, "/")));
}

/** A file's text with `\n` for every end of line, or why there is none: { text, reason }, one of them empty. */
async function textOf(file) {
  if (file.size > LARGEST) {
    const size = (file.size / 1e6).toFixed(1);
    return { text: "", reason: `too large (${size} MB; the limit is ${LARGEST / 1e6} MB)` };
  }
  let bytes;
  try {
    bytes = new Uint8Array(await file.arrayBuffer());
  } catch (error) {
    return { text: "", reason: `cannot be read (${error.name})` };
  }
  if (bytes.includes(0) && !markedAs16Bits(bytes)) return { text: "", reason: "not text" };
  return { text: decodedText(bytes).replace(/\r\n?/g, "\n"), reason: "" };
}

function markedAs16Bits(bytes) {
  return (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff);
}

/** The text by its byte order mark or coding cookie, else UTF-8, else Latin-1, which reads anything. */
function decodedText(bytes) {
  const encoding = markedAs16Bits(bytes) ? (bytes[0] === 0xff ? "utf-16le" : "utf-16be") : encodingOf(bytes);
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch (error) {
    return latin1(bytes);
  }
}

/** What a coding cookie in the first two lines names, as the browser knows it; UTF-8 where it is no encoding. */
function encodingOf(bytes) {
  const marked = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf;
  const [first, second = ""] = latin1(bytes.subarray(marked ? 3 : 0, 1000)).split("\n");
  const match = COOKIE.exec(first) || (EMPTY_LINE.test(first) && COOKIE.exec(second));
  if (!match || marked) return "utf-8";
  const name = match[1].toLowerCase().replace(/_/g, "-");
  // The browser takes these for Windows' alphabet; a label that it does not know makes the decoder fail.
  if (/^(?:latin-?1|iso-?8859-1|iso-latin-1|l1|(?:us-?)?ascii|646)(?:-|$)/.test(name)) return "no such encoding";
  try {
    return new TextDecoder(name).encoding;
  } catch (error) {
    return "utf-8";
  }
}

function latin1(bytes) {
  const pieces = [];
  for (let at = 0; at < bytes.length; at += 8192) {
    pieces.push(String.fromCharCode(...bytes.subarray(at, at + 8192)));
  }
  return pieces.join("");
}
