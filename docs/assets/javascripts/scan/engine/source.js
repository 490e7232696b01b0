"use strict";

// Files of a project: which are read, as what, and their text. Mirrors atlas/scan/source.py.

const COOKIE = /^[ \t\f]*#.*?coding[:=][ \t]*([-\w.]+)/;
const EMPTY_LINE = /^[ \t\f]*(?:[#\r\n]|$)/;

/** `python`, `template` or `other` for a path; null if no rule asks for such a file. */
function kindOf(shown, globs, tables) {
  const folders = shown.toLowerCase().split("/");
  const name = folders.pop();
  const endsWithOne = suffixes => suffixes.some(suffix => name.endsWith(suffix));
  if (name.endsWith(tables.pythonSuffix)) return "python";
  if (endsWithOne(tables.madeSuffixes)) return null;
  const text = folders.includes(tables.templateFolder) && endsWithOne(tables.textTemplateSuffixes);
  if (!folders.includes(tables.foreignTemplateFolder) && (text || endsWithOne(tables.templateSuffixes))) return "template";
  return globs.some(glob => matchesGlob(name, glob)) ? "other" : null;
}

/** Whether a file lies in a folder that is passed over. environments: see environmentsAmong. */
function isPassedOver(shown, environments, tables) {
  const folders = shown.split("/").slice(0, -1);
  if (environments.has("")) return true;
  return folders.some((folder, depth) => {
    if (folder.startsWith(".") || tables.skippedFolders.has(folder)) return true;
    return environments.has(folders.slice(0, depth + 1).join("/"));
  });
}

/** The folders among paths that are virtual environments. */
function environmentsAmong(paths, tables) {
  const found = paths.filter(path => afterLast(path, "/") === tables.environmentFile);
  return new Set(found.map(path => beforeLast(path, "/")));
}

/** A file's text with `\n` for every end of line, or why there is none: { text, reason }, one of them empty. */
async function textOf(file, tables) {
  if (file.size > tables.largestFile) {
    const size = (file.size / 1e6).toFixed(1), limit = Math.floor(tables.largestFile / 1e6);
    return { text: "", reason: tables.reason("large", { size, limit }) };
  }
  let bytes;
  try {
    bytes = new Uint8Array(await file.arrayBuffer());
  } catch (error) {
    return { text: "", reason: tables.reason("unreadable", { why: error.name }) };
  }
  if (bytes.includes(0) && !markedAs16Bits(bytes)) return { text: "", reason: tables.reason("binary") };
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
