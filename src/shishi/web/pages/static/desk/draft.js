// Keeps a report's draft by itself, and never loses a word: what the server has not acknowledged stays
// in this tab's own storage until it has.
(() => {
  const done = document.querySelector("[data-forget]");
  if (done) sessionStorage.removeItem("draft " + done.dataset.forget);
  const form = document.getElementById("report");
  if (!form) return;
  document.documentElement.classList.add("has-script");
  const state = document.getElementById("save-state");
  const says = form.dataset;
  const place = "draft " + location.pathname;
  const names = ["progress", "claimed", "explanation"];
  let stored = JSON.stringify(words());
  let saving = null;
  let stopped = false;

  function words() {
    const data = new FormData(form);
    return Object.fromEntries(names.map((name) => [name, data.get(name) || ""]));
  }
  function say(text, alarm) {
    state.textContent = text;
    state.classList.toggle("is-alarm", Boolean(alarm));
  }
  function keep() {
    sessionStorage.setItem(place, JSON.stringify({ version: form.elements.version.value, words: words() }));
  }
  async function save() {
    const sent = JSON.stringify(words());
    if (stopped || saving || sent === stored) return;
    keep();
    say(says.saving);
    saving = post(sent);
    await saving;
    saving = null;
  }
  async function post(sent) {
    try {
      const answer = await fetch(says.draft, {
        method: "POST", body: new FormData(form), credentials: "same-origin",
        redirect: "manual", headers: { Accept: "application/json" },
      });
      if (answer.type === "opaqueredirect" || answer.status === 403) return stop(says.signedOut);
      if (answer.status === 409) return stop(says.conflict);
      if (!answer.ok) return say(says.offline, true);
      const told = await answer.json();
      form.elements.version.value = told.version;
      stored = sent;
      if (JSON.stringify(words()) === sent) sessionStorage.removeItem(place);
      say(`${says.saved} ${told.saved}`);
    } catch (error) {
      if (!(error instanceof TypeError)) throw error;
      say(says.offline, true);
    }
  }
  function stop(text) {
    stopped = true;
    say(text, true);
  }
  function restore() {
    const kept = JSON.parse(sessionStorage.getItem(place) || "null");
    const isFresh = !document.getElementById("conflict") && !document.getElementById("errors");
    if (kept && JSON.stringify(kept.words) === stored) sessionStorage.removeItem(place);
    if (!kept || !isFresh || JSON.stringify(kept.words) === stored) return;
    form.elements.progress.value = kept.words.progress;
    form.elements.explanation.value = kept.words.explanation;
    for (const radio of form.querySelectorAll("[name=claimed]")) radio.checked = radio.value === kept.words.claimed;
    form.elements.version.value = kept.version;
    say(says.restored);
    form.elements.progress.dispatchEvent(new Event("input", { bubbles: true }));
  }

  restore();
  form.addEventListener("input", () => {
    keep();
    if (!stopped) say(says.unsaved);
  });
  setInterval(save, 5000);
  addEventListener("pagehide", () => { if (JSON.stringify(words()) !== stored) keep(); });
  form.addEventListener("submit", async (event) => {
    keep();
    if (!saving) return;
    // A save under way would change the version that this submission names.
    event.preventDefault();
    const button = event.submitter;
    await saving;
    form.requestSubmit(button);
  });
})();
