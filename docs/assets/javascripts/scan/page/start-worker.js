"use strict";

// Starts the scanner's worker, from a web server as well as from disk.
//
// From a server a worker runs the engine's script itself, so that the site's policy needs no exception. From disk no
// browser starts a worker from a file: there the page reads the same script and makes a worker of its text.

/** The browser's own: in the offline copy a shim for the search takes its name afterwards, and blocks the page. */
const BrowserWorker = window.Worker;

/** Read a script of the site's own; say when it is there, or that it is not. */
function loadScript(address, loaded, failed) {
  const script = document.createElement("script");
  script.src = address;
  script.addEventListener("load", loaded);
  script.addEventListener("error", failed);
  document.head.append(script);
}

/** A worker of the engine's text. */
function workerFromText() {
  const text = `(${atlasScan.engine})();`;
  return new BrowserWorker(URL.createObjectURL(new Blob([text], { type: "text/javascript" })));
}

/** Give the worker the rules and the receiver; its first message says that it is ready. */
function prepared(worker, receive) {
  worker.addEventListener("message", event => receive(event.data));
  worker.addEventListener("error", event => {
    receive({ type: "failed", message: event.message || "the scanner could not be loaded" });
  });
  worker.postMessage({ type: "rules", rules: atlasScan.rules });
  return worker;
}

/**
 * Load rules and engine, start the worker, and hand it to `started`. All that it says goes to `receive`, as does a
 * failure to load. addresses: { rules, packages, engine }. After the message `ready` nothing more is loaded.
 */
function startScanner(addresses, receive, started) {
  const fromDisk = location.protocol === "file:";
  const failed = () => receive({ type: "failed", message: "the scanner could not be loaded" });
  const start = () => {
    const worker = fromDisk ? workerFromText() : new BrowserWorker(addresses.engine);
    started(prepared(worker, receive));
  };
  const engine = () => {
    if (fromDisk) loadScript(addresses.engine, start, failed);
    else start();
  };
  // The planner's own: a plan without it knows of no package, and is a plan all the same.
  loadScript(addresses.rules, () => loadScript(addresses.packages, engine, engine), failed);
}

self.atlasScan = self.atlasScan || {};
atlasScan.start = startScanner;
