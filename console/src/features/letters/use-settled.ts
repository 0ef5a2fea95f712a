import { useEffect, useState } from "react";

/** Typing pauses this long before the server is asked again. */
const PAUSE_MILLISECONDS = 500;

/** The value once it has stood still for a moment. */
export function useSettled(value: string): string {
  const [settled, setSettled] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), PAUSE_MILLISECONDS);
    return () => clearTimeout(timer);
  }, [value]);
  return settled;
}
