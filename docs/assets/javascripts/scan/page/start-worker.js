/* Starts the scanner's worker, from a web server as well as from disk.
 *
 * From a server a worker runs the engine's script itself, so that the site's policy needs no exception. From disk no
 * browser starts a worker from a file: there the page reads the same script and makes a worker of its text.
 */
(function () {
  "use strict";

  var scan = window.atlasScan = window.atlasScan || {};
  /** The browser's own: in the offline copy a shim for the search takes its name afterwards, and blocks the page. */
  var Worker = window.Worker;

  /** Read a script of the site's own; say when it is there, or that it is not. */
  function load(address, loaded, failed) {
    var script = document.createElement("script");
    script.src = address;
    script.addEventListener("load", loaded);
    script.addEventListener("error", failed);
    document.head.append(script);
  }

  function fromText() {
    var text = "(" + scan.engine + ")();";
    return new Worker(URL.createObjectURL(new Blob([text], { type: "text/javascript" })));
  }

  /** Give the worker the rules and the receiver; its first message says that it is ready. */
  function prepare(worker, receive) {
    worker.addEventListener("message", function (event) {
      receive(event.data);
    });
    worker.addEventListener("error", function (event) {
      receive({ type: "failed", message: event.message || "the scanner could not be loaded" });
    });
    worker.postMessage({ type: "rules", rules: scan.rules });
    return worker;
  }

  /**
   * Load rules and engine, start the worker, and hand it to `started`. All that it says goes to `receive`, as does
   * a failure to load. addresses: { rules, engine }. After the message `ready` nothing more is loaded.
   */
  scan.start = function (addresses, receive, started) {
    function failed() {
      receive({ type: "failed", message: "the scanner could not be loaded" });
    }
    function start() {
      var worker = location.protocol === "file:" ? fromText() : new Worker(addresses.engine);
      started(prepare(worker, receive));
    }
    load(addresses.rules, function () {
      if (location.protocol === "file:") load(addresses.engine, start, failed);
      else start();
    }, failed);
  };
})();
