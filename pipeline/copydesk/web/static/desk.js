// Keyboard for the review desk. Everything here clicks what is on the page: without it, the page still works.
(() => {
  "use strict";
  const all = (selector) => [...document.querySelectorAll(selector)];
  const stops = () => all("[data-seg], [data-item]");
  let current = null; // id of the segment that the keys act on
  let waiting = null; // what Enter in the note field is for
  let then = null; // what to do when the answer is on the page
  const later = []; // keys pressed while an answer is on its way

  const segment = () => (current ? document.getElementById(current) : null);
  const handle = (stop) => stop.matches("[data-seg]") ? stop.querySelector(".open") : stop;
  const main = document.getElementById("main");
  const busy = () => main.getAttribute("aria-busy") === "true";
  document.documentElement.classList.add("scripted");
  const say = (words) => { document.getElementById("said").textContent = words; };

  function take(stop) {
    all(".current").forEach((other) => other.classList.remove("current"));
    if (!stop) return;
    stop.classList.add("current");
    current = stop.matches("[data-seg]") ? stop.id : null;
    handle(stop).focus({ preventScroll: true });
    stop.scrollIntoView({ block: "nearest" });
  }

  function step(by) {
    const list = stops();
    const here = document.querySelector(".current") || (document.activeElement.closest("[data-seg], [data-item]"));
    const at = list.indexOf(here);
    take(list[at < 0 ? (by > 0 ? 0 : list.length - 1) : Math.min(Math.max(at + by, 0), list.length - 1)]);
  }

  function press(selector) {
    const button = segment()?.querySelector(selector);
    if (button && !button.disabled) button.click();
    return Boolean(button);
  }

  function go(link) {
    if (!link) return;
    main.setAttribute("aria-busy", "true");
    location.href = link.href;
  }

  function opened(after) {
    const row = segment();
    if (!row) return;
    if (row.classList.contains("is-open")) after(row);
    else { then = after; row.querySelector(".open").click(); }
  }

  function write(row) {
    const field = row.querySelector("[data-text]");
    if (field) { field.focus(); field.setSelectionRange(field.value.length, field.value.length); }
  }

  function note(what) {
    opened((row) => { waiting = what; row.querySelector("[data-note]").focus(); });
  }

  function approve() {
    if (!segment()) return;
    then = (row) => {
      if (row.querySelector("[data-blocked]")) { take(row); return; }
      if (row.querySelector(".problem")) { write(row); return; }
      const onward = document.querySelector("[data-next]");
      if (onward) { sessionStorage.setItem("said", row.dataset.said || ""); go(onward); return; }
      const list = all("[data-seg]");
      const at = list.indexOf(row);
      const open = (other) => !["approved", "published"].includes(other.dataset.state);
      const next = list.slice(at + 1).find(open) || list.slice(0, at).find(open);
      take(next || row);
      say(row.dataset.said || (next ? "Approved" : "Approved; nothing is open on this page"));
    };
    press("[data-do=approve]") || (then(segment()), then = null);
  }

  // Many segments at once: those that are ticked in the queue, or all of the search.
  const bulk = () => document.getElementById("bulk");
  const whole = (selector) => document.querySelector(selector);
  function tick() {
    const box = whole(".item:has(.current) [data-tick]");
    if (box) { box.checked = !box.checked; chosen(); }
  }
  function chosen() {
    if (!bulk()) return;
    const many = all("[data-tick]:checked").length;
    whole("[data-chosen]").textContent = whole("[data-all]").checked ? "all chosen" : many ? `${many} chosen` : "";
  }
  document.addEventListener("change", chosen);

  const keys = {
    s: tick,
    S: () => { const box = whole("[data-all]"); if (box) { box.checked = !box.checked; chosen(); } },
    r: () => go(whole("[data-replacing]") || { href: "/replace" }),
    j: () => step(1),
    k: () => step(-1),
    x: () => (bulk() ? whole("[data-bulk=reject]").click() : press("[data-do=reject]")),
    u: () => press("[data-do=undo]") || whole("[data-undo]")?.click(),
    c: () => note("comment"),
    w: () => (bulk() ? whole("[data-reason]").focus() : note("waive")),
    n: () => go(document.querySelector("[data-next], [data-onward]")),
    p: () => go(document.querySelector("[data-back]")),
    q: () => { location.href = "/"; },
    A: () => document.querySelector("[data-article=approve]:enabled")?.click(),
    P: () => document.querySelector("[data-article=publish]:enabled")?.click(),
    "/": () => (document.querySelector("[data-filter]") ? document.querySelector("[data-filter]").focus() : (location.href = "/")),
    "?": () => help(),
  };

  function help() {
    const known = document.querySelector("dialog");
    if (known) { known.open ? known.close() : known.showModal(); return; }
    fetch("/help").then((answer) => answer.text()).then((html) => {
      const page = new DOMParser().parseFromString(html, "text/html");
      const dialog = document.createElement("dialog");
      dialog.setAttribute("aria-label", "Keys");
      dialog.append(page.getElementById("keys"));
      const close = document.createElement("button");
      close.textContent = "Close";
      close.addEventListener("click", () => dialog.close());
      dialog.append(close);
      document.body.append(dialog);
      dialog.showModal();
    });
  }

  function pressed(event) {
    const field = event.target.closest("input:not([type=checkbox]), textarea, select");
    if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      const row = event.target.closest("[data-seg]");
      const button = whole("[data-bulk=approve], [data-replace]");
      if (button) { button.click(); return; }
      if (row) current = row.id;
      approve();
    } else if (event.key === "Escape") {
      if (field) take(field.closest("[data-seg]") || document.querySelector(".current"));
      else if (segment()?.classList.contains("is-open")) segment().querySelector(".open").click();
    } else if (event.key === "Enter" && event.target.matches("[data-reason]")) {
      event.preventDefault();
      whole("[data-bulk=waive]").click();
    } else if (event.key === "Enter" && event.target.matches("[data-note]")) {
      event.preventDefault();
      press(`[data-do=${waiting || "comment"}]`);
      waiting = null;
    } else if (event.altKey && /^[1-9]$/.test(event.key)) {
      event.preventDefault();
      press(`[data-fix="${event.key}"]`);
    } else if (field || event.ctrlKey || event.metaKey || event.altKey) {
      return;
    } else if (event.key === "Enter" && event.target.matches(".open")) {
      event.preventDefault();
      current = event.target.closest("[data-seg]").id;
      opened(write);
    } else if (/^[1-9]$/.test(event.key)) {
      press(`[data-fix="${event.key}"]`);
    } else if (keys[event.key]) {
      event.preventDefault();
      keys[event.key]();
    }
  }

  document.addEventListener("keydown", (event) => {
    const typing = event.target.closest("input:not([type=checkbox]), textarea, select");
    const command = event.key === "Enter" && (event.ctrlKey || event.metaKey || event.target.matches("[data-note]"));
    if (document.querySelector("dialog[open]")) {
      if (event.key === "?") { event.preventDefault(); help(); }
    } else if (!busy()) {
      pressed(event);
    } else if (!typing || command) {
      event.preventDefault();
      later.push({ key: event.key, ctrlKey: event.ctrlKey, metaKey: event.metaKey, altKey: event.altKey });
    }
  });

  function idle() {
    main.removeAttribute("aria-busy");
    while (later.length && !busy()) {
      const next = later.shift();
      if (typeof next === "function") next();
      else pressed({ ...next, target: document.activeElement, preventDefault() {} });
    }
  }

  // A click on a translation opens it; one that ends a selection does not.
  document.addEventListener("click", (event) => {
    const row = event.target.closest(".seg:not(.is-open) .seen")?.closest("[data-seg]");
    if (!row || !getSelection().isCollapsed) return;
    const open = () => { current = row.id; opened(write); };
    if (busy()) later.push(open); else open();
  });

  document.addEventListener("click", (event) => { // leaves the row's form for a page of its own
    const button = event.target.closest("[data-whole]");
    if (!button) return;
    event.preventDefault();
    const form = document.createElement("form");
    form.method = "post";
    form.action = button.formAction;
    document.body.append(form);
    form.submit();
  }, true);

  document.addEventListener("htmx:beforeRequest", () => main.setAttribute("aria-busy", "true"));
  document.addEventListener("htmx:afterSettle", (event) => { // comes for the sums too
    if (event.target.matches("[data-seg]")) idle();
  });

  document.addEventListener("focusin", (event) => {
    const stop = event.target.closest("[data-seg], [data-item]");
    if (stop && !stop.classList.contains("current")) {
      all(".current").forEach((other) => other.classList.remove("current"));
      stop.classList.add("current");
      current = stop.matches("[data-seg]") ? stop.id : null;
    }
  });

  document.addEventListener("htmx:load", (event) => { // comes for every piece that was swapped in
    const row = event.detail.elt;
    if (!row.matches?.("[data-seg]")) return;
    const next = then;
    then = null;
    if (next) { current = row.id; row.classList.add("current"); next(row); return; }
    take(row);
    say(row.querySelector(".problem") ? "Not saved" : "Done");
    if (row.classList.contains("is-open") && row.querySelector(".problem")) write(row);
  });

  // What is typed is kept by the desk while it is typed, and once more when the page goes away.
  const PAUSE = 700;
  const fields = () => all("textarea[data-text]");
  const was = (field) => field.closest("form").querySelector("[name=was]").value;
  const plain = (text) => text.replace(/\r\n/g, "\n");
  const unsaved = (field) => plain(field.value) !== plain(was(field));
  const waiters = new WeakMap();
  const calls = new WeakMap();

  function keep(field, leaving) {
    clearTimeout(waiters.get(field));
    if (field.value === field.dataset.kept) return;
    const row = field.closest("[data-seg]");
    const body = new URLSearchParams({ text: field.value, was: was(field) });
    const address = `/segments/${row.id.slice(1)}/typed`;
    if (leaving) { navigator.sendBeacon(address, body); return; }
    const text = field.value;
    const signal = (calls.set(field, new AbortController()), calls.get(field).signal);
    fetch(address, { method: "POST", body, signal })
      .then((answer) => { if (!answer.ok) throw answer; field.dataset.kept = text; field.dataset.failed = ""; })
      .catch((error) => { if (error.name !== "AbortError" && !field.dataset.failed) say("What you type is not kept: the desk does not answer."); field.dataset.failed = "yes"; });
  }

  document.addEventListener("input", (event) => {
    const field = event.target;
    if (!field.matches("textarea[data-text]")) return;
    clearTimeout(waiters.get(field));
    waiters.set(field, setTimeout(() => keep(field), PAUSE));
  });
  document.addEventListener("htmx:configRequest", (event) => { // which takes the text along
    const field = event.target.closest?.("[data-seg]")?.querySelector("textarea[data-text]");
    if (!field) return;
    clearTimeout(waiters.get(field));
    calls.get(field)?.abort();
  });
  window.addEventListener("pagehide", () => sessionStorage.setItem("later", JSON.stringify(later.filter((key) => key.key))));
  window.addEventListener("pagehide", () => fields().filter(unsaved).forEach((field) => keep(field, true)));
  window.addEventListener("beforeunload", (event) => {
    if (!leavingByForm && fields().some(unsaved)) { setTimeout(() => main.removeAttribute("aria-busy")); event.preventDefault(); event.returnValue = ""; }
  });
  let leavingByForm = false; // a form without htmx takes the text along
  document.addEventListener("submit", (event) => { leavingByForm = Boolean(event.target.querySelector("[data-text]")); });

  function failed(words) {
    then = null;
    later.length = 0;
    main.removeAttribute("aria-busy");
    say(words);
  }

  document.addEventListener("htmx:responseError", () => failed("The desk refused. Load the page again."));
  document.addEventListener("htmx:sendError", () => failed("Not saved: the desk does not answer."));

  // After the browser has gone to the fragment, which takes the focus away.
  window.addEventListener("load", () => setTimeout(() => {
    const start = document.getElementById(location.hash.slice(1)) || document.querySelector(".is-open");
    if (start?.matches("[data-seg]")) {
      take(start);
      if (start.classList.contains("is-open")) write(start);
    }
    if (sessionStorage.getItem("said")) say(sessionStorage.getItem("said"));
    sessionStorage.removeItem("said");
    whole("[data-start]")?.focus();
    later.push(...JSON.parse(sessionStorage.getItem("later") || "[]"));
    sessionStorage.removeItem("later");
    idle();
  }));
})();
