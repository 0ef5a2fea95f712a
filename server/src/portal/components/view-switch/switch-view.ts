/** Where script runs the mode changes without a new page: nothing that was typed or uploaded is lost. */
export function switchViewInPlace(): void {
  for (const link of document.querySelectorAll<HTMLAnchorElement>("a[data-view]"))
    link.addEventListener("click", (event) => {
      event.preventDefault();
      const isElder = link.dataset["view"] === "elder";
      document.documentElement.classList.toggle("elder", isElder);
      document.cookie = isElder ? "view=elder; path=/; max-age=31536000; samesite=lax" : "view=; path=/; max-age=0; samesite=lax";
      // The link pressed has gone; the focus goes to the one in its place.
      document.querySelector<HTMLAnchorElement>(`a[data-view="${isElder ? "standard" : "elder"}"]`)?.focus();
    });
}
