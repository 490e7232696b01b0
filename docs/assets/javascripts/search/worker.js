"use strict";

// The worker behind Material's search box. It is read with every page, so it is small. What searches, and the first
// part of what is searched, come when the box is opened (search/index.js); other parts come behind it, one by one.
// It also runs inside the iframe that stands in for a worker on file:// pages.

/** Material's four message types. */
const SETUP = 0, READY = 1, QUERY = 2, RESULT = 3;

/** What the first message tells: the addresses of all parts from the site's root, what to say where the first is unread. */
let told;
/** Promises of the parts by number, while they are read and afterwards. */
const loading = [];
/** The query that came last, and the answer that was given last, as text. */
let newest, given;

/** Whether this is the iframe: its own address is not that of the script it runs, and it may fetch nothing. */
const IS_FRAME = typeof document !== "undefined";

/** The whole address of a file. */
function addressOf(file) {
  const own = IS_FRAME ? document.querySelector("script[src]").src : location.href;
  return new URL(`../../${file}`, own).href;
}

/** A part, read once and behind those before it; after a failure the next query tries again. */
function part(number) {
  loading[number] = loading[number] ?? (number ? loadLater(number) : loadFirst()).catch(error => {
    loading[number] = undefined;
    throw error;
  });
  return loading[number];
}

/** Read the first part. In a worker `importScripts` returns when all is read, in the iframe it promises. */
async function loadFirst() {
  await importScripts(addressOf(told.parts[0]));
  atlasSearch.open();
}

/**
 * Read a later part. The file is a script that calls `atlasSearch.add` with JSON. A worker could answer nothing while
 * `importScripts` reads it, so there it is fetched.
 */
async function loadLater(number) {
  await part(number - 1);
  const address = addressOf(told.parts[number]);
  if (IS_FRAME) {
    await importScripts(address);
    return;
  }
  // eslint-disable-next-line no-restricted-globals -- on file:// pages there is the iframe
  const response = await fetch(address);
  if (!response.ok) throw new Error(`${address}: ${response.status}`);
  const text = await response.text();
  atlasSearch.add(JSON.parse(text.slice(text.indexOf("(") + 1, text.lastIndexOf(")"))));
}

/** The answer where the index cannot be read. */
function failure() {
  return { items: [[{ location: "./", ...told.unread, score: 0, terms: {} }]] };
}

/** Let queries that wait in line be received, so that only the newest is answered. */
function moment() {
  return new Promise(resolve => setTimeout(resolve));
}

/** Send an answer to the newest query, unless it says what was said last. */
function send(found) {
  const text = JSON.stringify([newest, found.items]);
  if (text !== given) postMessage({ type: RESULT, data: found });
  given = text;
}

/** Send what is found for a query, if it still is the newest; gives whether the answer is sure. */
function sendFound(query, mustBeSure) {
  if (query !== newest) return true;
  const found = atlasSearch.search(query);
  if (found.sure || !mustBeSure) send(found);
  return found.sure;
}

/** Answer a query as soon as the parts that are there have all of its words, and again with each that comes. */
async function answer(query) {
  await part(0);
  await moment();
  let isAnswered = false;
  for (let number = atlasSearch.has; number < told.parts.length && query === newest; number++) {
    const more = part(number);
    isAnswered = sendFound(query, !isAnswered) || isAnswered;
    await more.catch(console.error);
  }
  sendFound(query, false);
}

/** Answer one of Material's messages. */
async function receive({ type, data }) {
  if (type === SETUP) {
    told = data.config;
    postMessage({ type: READY });
  } else if (type === QUERY) {
    newest = data;
    if (!data.trim()) {
      send({ items: [] });
      // The box sends a blank when it is opened: the index is read while the first letter is typed.
      if (data) await part(0).catch(console.error);
      return;
    }
    await answer(data).catch(error => {
      console.error(error);
      send(failure());
    });
  }
}

addEventListener("message", event => receive(event.data));
