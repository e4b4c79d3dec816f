"use strict";
// Upgrades the page: records in a popover, the reader's own task mix, everything open in print.
// Without it, each underlined figure is a link to its record and every task shows its two measures.
(() => {
  const root = document.documentElement;
  root.classList.add("js");

  // --- the record behind a figure ---------------------------------------------------------------------
  const popover = document.createElement("span");
  popover.id = "record-popover";
  popover.className = "popover";
  popover.setAttribute("role", "group");
  popover.setAttribute("aria-label", "Record behind the figure");
  if ("popover" in popover) popover.setAttribute("popover", "manual");
  let open = null; // the claim whose record is shown
  let pinned = false; // by a click, a tap or a key: stays until it is closed
  let leaving = 0;

  const place = (claim) => {
    popover.style.left = popover.style.top = "";
    if (matchMedia("(max-width: 40rem)").matches) return; // a sheet at the foot of the screen, see page.css
    const lines = claim.getClientRects();
    const at = lines[0] || claim.getBoundingClientRect();
    const box = popover.getBoundingClientRect();
    const width = root.clientWidth;
    const left = Math.max(12, Math.min(at.left - 12, width - box.width - 12));
    const last = lines[lines.length - 1] || at;
    const below = last.bottom + 8;
    const above = at.top - box.height - 8;
    const top = below + box.height > root.clientHeight && above > 0 ? above : below;
    popover.style.left = `${left + scrollX}px`;
    popover.style.top = `${top + scrollY}px`;
  };

  const hide = () => {
    clearTimeout(leaving);
    if (!open) return;
    open.setAttribute("aria-expanded", "false");
    open.removeAttribute("aria-describedby");
    open = null;
    pinned = false;
    if (popover.hidePopover && popover.matches(":popover-open")) popover.hidePopover();
    popover.remove();
  };

  const show = (claim) => {
    clearTimeout(leaving);
    if (open === claim) return;
    hide();
    const record = document.getElementById(claim.hash.slice(1));
    if (!record) return;
    popover.replaceChildren(...[...record.childNodes].map((node) => node.cloneNode(true)));
    claim.after(popover); // beside the claim, so that Tab leads into it
    if (popover.showPopover) popover.showPopover();
    open = claim;
    claim.setAttribute("aria-expanded", "true");
    claim.setAttribute("aria-describedby", popover.id);
    place(claim);
  };

  const leave = () => {
    clearTimeout(leaving);
    leaving = setTimeout(() => {
      if (open && !pinned && document.activeElement !== open && !popover.contains(document.activeElement)) hide();
    }, 180);
  };

  for (const claim of document.querySelectorAll("a.claim")) {
    claim.setAttribute("role", "button");
    claim.setAttribute("aria-expanded", "false");
    claim.addEventListener("pointerenter", (event) => event.pointerType === "mouse" && show(claim));
    claim.addEventListener("pointerleave", (event) => event.pointerType === "mouse" && leave());
    claim.addEventListener("focus", () => show(claim));
    claim.addEventListener("click", (event) => {
      event.preventDefault();
      event.stopPropagation();
      if (open === claim && pinned) return hide();
      show(claim);
      pinned = true;
    });
    claim.addEventListener("keydown", (event) => {
      if (event.key === " ") {
        event.preventDefault();
        claim.click();
      }
    });
  }
  popover.addEventListener("pointerenter", () => clearTimeout(leaving));
  popover.addEventListener("pointerleave", leave);
  document.addEventListener("focusin", (event) => {
    if (open && event.target !== open && !popover.contains(event.target)) hide();
  });
  document.addEventListener("click", (event) => {
    if (open && !popover.contains(event.target)) hide();
  });
  document.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || !open) return;
    const claim = open;
    const inside = popover.contains(document.activeElement);
    hide();
    if (inside) {
      claim.focus();
      hide();
    }
  });
  addEventListener("resize", () => open && place(open));

  // --- contents: folded away on a small screen --------------------------------------------------------
  const contents = document.querySelector("nav details");
  if (contents && matchMedia("(max-width: 64rem)").matches) contents.open = false;

  // --- the reader's own tasks -------------------------------------------------------------------------
  const mix = document.getElementById("task-mix");
  if (mix) {
    const boxes = [...mix.querySelectorAll("input[type=checkbox]")];
    const output = mix.querySelector("output");
    const buttons = mix.querySelector(".mix-buttons");
    const element = (name, text, kind) => {
      const made = document.createElement(name);
      if (text) made.textContent = text;
      if (kind) made.className = kind;
      return made;
    };
    const measure = (title, chosen, key, words) => {
      const row = element("div", "", "mix-row");
      const tally = { yes: 0, no: 0, none: 0 };
      for (const box of chosen) tally[box.dataset[key]] += 1;
      const dots = element("span", "", "dots");
      dots.setAttribute("aria-hidden", "true");
      for (const kind of ["yes", "no", "none"]) {
        for (let n = 0; n < tally[kind]; n += 1) dots.append(element("span", "", `dot ${kind}`));
      }
      const said = ["yes", "no", "none"].filter((kind) => kind !== "none" || tally.none).map((kind) => `${tally[kind]} ${words[kind]}`);
      row.append(element("strong", title), dots, element("span", `${said.join(", ")}.`));
      return row;
    };
    const count = () => {
      const chosen = boxes.filter((box) => box.checked);
      if (!chosen.length) {
        output.replaceChildren(element("p", "No task chosen yet."));
        return;
      }
      const whole = element("p", `You chose ${chosen.length} of ${boxes.length} tasks.`);
      output.replaceChildren(
        whole,
        measure("Measured use", chosen, "use", {
          yes: "with measured AI use", no: "without measurable use", none: "missing, with no value in the Index",
        }),
        measure("In theory", chosen, "reach", {
          yes: "rated for a large gain", no: "rated for little gain", none: "missing, not rated",
        }),
      );
    };
    for (const button of mix.querySelectorAll("button[data-choose]")) {
      button.addEventListener("click", () => {
        for (const box of boxes) box.checked = button.dataset.choose === "all";
        count();
      });
    }
    mix.addEventListener("change", count);
    mix.addEventListener("submit", (event) => event.preventDefault());
    output.hidden = buttons.hidden = false;
    count();
  }

  // --- print: nothing stays folded --------------------------------------------------------------------
  let folded = [];
  addEventListener("beforeprint", () => {
    hide();
    folded = [...document.querySelectorAll("details:not([open])")];
    for (const details of folded) details.open = true;
  });
  addEventListener("afterprint", () => {
    for (const details of folded) details.open = false;
  });
})();
