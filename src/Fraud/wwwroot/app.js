"use strict";
// Everything works without this file; it adds the keyboard, the hold's countdown and local times.
(() => {
  const typing = (e) => e.target.closest("input:not([type=radio]), textarea, select, dialog[open]");
  const lines = [...document.querySelectorAll("[data-line]")];
  const move = (by) => {
    const at = lines.indexOf(document.activeElement);
    lines[Math.min(lines.length - 1, Math.max(0, at + by))]?.focus();
  };
  const decide = document.getElementById("decide");
  const reasonsFor = (decision) => {
    const select = decide.elements.reason;
    for (const group of select.querySelectorAll("optgroup")) {
      const fits = group.dataset.for === decision;
      group.hidden = !fits;
      group.disabled = !fits;
      if (fits) { select.value = group.querySelector("option").value; }
    }
  };
  decide?.addEventListener("change", (e) => { if (e.target.name === "decision") { reasonsFor(e.target.value); } });

  document.addEventListener("keydown", (e) => {
    if (e.ctrlKey || e.metaKey || e.altKey) { return; }
    if (e.key === "Escape" && typing(e)) { e.target.blur(); return; }
    if (typing(e)) { return; }
    if (e.key === "j") { move(1); }
    else if (e.key === "k") { move(-1); }
    else if (e.key === "?") { document.getElementById("keys")?.showModal(); }
    else if (e.key === "Enter" && decide?.elements.decision.value && !e.target.closest("a, button")) { decide.requestSubmit(decide.querySelector("button.primary")); }
    else {
      const target = /^[a-z/]$/.test(e.key) ? document.querySelector(`[data-key="${e.key}"]`) : null;
      if (!target) { return; }
      if (target.type === "radio") { target.checked = true; target.focus(); reasonsFor(target.value); }
      else if (target.tagName === "BUTTON") { target.click(); }
      else { target.focus(); }
    }
    e.preventDefault();
  });

  if (decide) {
    let until = Number(decide.dataset.until);
    let seen = Date.now();
    const held = document.getElementById("held");
    const words = held.textContent;
    for (const kind of ["pointermove", "keydown", "scroll"]) { addEventListener(kind, () => { seen = Date.now(); }, { passive: true }); }
    setInterval(() => {
      const left = Math.max(0, Math.round((until - Date.now()) / 1000));
      held.textContent = words.replace(/\d+/, left);
      document.getElementById("expired").hidden = left > 0;
    }, 1000);
    // Renewed only while somebody is really reading
    setInterval(async () => {
      if (document.hidden || Date.now() - seen > 120000) { return; }
      const form = new FormData(decide);
      const answer = await fetch(decide.dataset.renew, { method: "POST", body: form }).catch(() => null);
      if (answer?.ok) { until = (await answer.json()).until; }
    }, 30000);
  }

  for (const time of document.querySelectorAll("time[datetime]")) {
    const at = new Date(time.dateTime);
    if (!Number.isNaN(at.getTime())) { time.title = at.toLocaleString(); }
  }
})();
