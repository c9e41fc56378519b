"use strict";
(() => {
  // Không dấu, để "ban hon" tìm thấy "Bản Hon".
  const plain = text => text.toLowerCase().normalize("NFD").replace(/[\u0300-\u036f]/g, "").replace(/đ/g, "d");
  const compare = new Intl.Collator("vi", {numeric: true}).compare;

  // A figure that is lacking has no number to be sorted by: it comes last, whichever way.
  const keyOf = (row, column) => {
    let at = 0;
    for (const cell of row.cells) {
      at += cell.colSpan;
      if (column < at) return "value" in cell.dataset ? (cell.dataset.value === "" ? null : Number(cell.dataset.value)) : plain(cell.textContent.trim());
    }
    return null;
  };

  for (const table of document.querySelectorAll("table.sorted")) {
    const heads = [...table.tHead.rows[0].cells], body = table.tBodies[0];
    heads.forEach((head, column) => {
      const button = document.createElement("button");
      button.type = "button";
      head.dataset.title = head.textContent.trim();
      button.append(...head.childNodes);
      head.append(button);
      button.addEventListener("click", () => {
        const down = head.getAttribute("aria-sort") === "ascending";
        for (const other of heads) other.removeAttribute("aria-sort");
        head.setAttribute("aria-sort", down ? "descending" : "ascending");
        const keyed = [...body.rows].map(row => ({row, key: keyOf(row, column)}));
        keyed.sort((a, b) => {
          if (a.key === null || b.key === null) return (a.key === null) - (b.key === null);
          const order = typeof a.key === "number" && typeof b.key === "number" ? a.key - b.key : compare(a.key, b.key);
          return down ? -order : order;
        });
        body.append(...keyed.map(one => one.row));
      });
    });
  }

  for (const form of document.querySelectorAll("form.filter")) {
    const rows = [...document.getElementById(form.dataset.for).tBodies[0].rows].map(row => ({row, text: null}));
    const search = form.querySelector("input"), choice = form.querySelector("select"), said = form.querySelector("output");
    const show = () => {
      const words = plain(search.value).split(/\s+/).filter(Boolean);
      let count = 0;
      for (const one of rows) {
        // What a figure opens is not searched: "hon" would find every "thôn" in it.
        if (words.length && one.text === null) one.text = plain([...one.row.cells].map(cell => (cell.querySelector("summary") || cell).textContent).join(" "));
        const fits = (!choice.value || one.row.dataset.state.split(" ").includes(choice.value)) && words.every(word => one.text.includes(word));
        one.row.hidden = !fits;
        count += fits;
      }
      said.value = `Đang hiện ${count}/${rows.length} dòng`;
    };
    form.hidden = false;
    form.addEventListener("input", show);
    form.addEventListener("submit", event => event.preventDefault());
    addEventListener("hashchange", () => {
      const target = location.hash && document.getElementById(location.hash.slice(1));
      if (target && target.hidden && rows.some(one => one.row === target)) {
        form.reset();
        show();
        target.scrollIntoView();
      }
    });
    show();
  }
})();
