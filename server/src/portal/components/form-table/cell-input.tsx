import { useLayoutEffect, useRef } from "preact/hooks";
import type { Move } from "./move-in-table.ts";

export interface CellInputProps {
  /** What a screen reader calls the cell, e.g. 表三“（一）予以公开”·自然人. */
  readonly name: string;
  /** What stands in the field at the beginning. */
  readonly value: string;
  /** False when the first key was typed already: the caret then stands behind it. */
  readonly selected: boolean;
  readonly onCommit: (typed: string, then: Move | "next" | "previous" | "stay" | "leave") => void;
  readonly onCancel: () => void;
}

/**
 * A cell being corrected. Enter and the arrows up and down take the figure over and move on, Tab goes to the next cell,
 * Esc leaves everything as it was; left and right move on from either end of the text.
 */
export function CellInput({ name, value, selected, onCommit, onCancel }: CellInputProps) {
  const field = useRef<HTMLInputElement>(null);
  const isDone = useRef(false); // the field also loses the focus by being taken away, which must not count as a second answer
  // Before the next key can come: a quick typist loses none.
  useLayoutEffect(() => {
    const { current } = field;
    current?.focus();
    if (selected) current?.select();
    else current?.setSelectionRange(value.length, value.length);
  }, []);

  function commit(then: Parameters<typeof onCommit>[1]): void {
    if (isDone.current) return;
    isDone.current = true;
    const typed = field.current?.value ?? "";
    // While nothing has changed yet this costs nothing; taking a focused field away makes the browser lay the page out twice.
    if (then !== "leave") field.current?.blur();
    onCommit(typed, then);
  }

  function answer(event: KeyboardEvent): void {
    if (event.isComposing) return; // Enter chooses a word of the Chinese input method
    event.stopPropagation();
    const then = readAnswer(event, field.current);
    if (then === undefined) return;
    event.preventDefault();
    if (then !== "cancel") return commit(then);
    isDone.current = true;
    onCancel();
  }

  return (
    <input
      ref={field}
      class="figure__input"
      type="text"
      inputMode="decimal"
      autoComplete="off"
      aria-label={`修改 ${name}`}
      defaultValue={value}
      onKeyDown={answer}
      onBlur={() => commit("leave")}
    />
  );
}

function readAnswer(event: KeyboardEvent, field: HTMLInputElement | null): Move | "next" | "previous" | "cancel" | undefined {
  const caret = field?.selectionStart === field?.selectionEnd ? field?.selectionStart : undefined;
  switch (event.key) {
    case "Enter":
      return event.shiftKey ? "up" : "down";
    case "Tab":
      return event.shiftKey ? "previous" : "next";
    case "Escape":
      return "cancel";
    case "ArrowUp":
      return "up";
    case "ArrowDown":
      return "down";
    case "ArrowLeft":
      return caret === 0 ? "left" : undefined;
    case "ArrowRight":
      return caret === field?.value.length ? "right" : undefined;
    default:
      return undefined;
  }
}
