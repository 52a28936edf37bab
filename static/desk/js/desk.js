// Fields in the admin's tables are named after their columns.
document.querySelectorAll(".tabular table").forEach((table) => {
  const names = [...table.querySelectorAll("thead th:not(.original)")].map((heading) => heading.textContent.trim().replace("?", ""));
  table.querySelectorAll("tbody tr").forEach((row) => {
    const cells = [...row.querySelectorAll("td:not(.original)")];
    cells.forEach((cell, place) => {
      cell.querySelectorAll("input:not([type=hidden]), select, textarea").forEach((field) => {
        if (!field.labels?.length) field.ariaLabel = names[place];
      });
    });
  });
});
