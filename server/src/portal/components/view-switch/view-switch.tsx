/** The way into the elder-friendly mode and out of it: links, so that they work without script; the mode shows the one it needs. */
export function ViewSwitch() {
  return (
    <span class="view-switch">
      <a class="view-switch__elder" href="?view=elder" data-view="elder">
        长者版
      </a>
      <a class="view-switch__standard" href="?view=standard" data-view="standard">
        返回标准版
      </a>
    </span>
  );
}
