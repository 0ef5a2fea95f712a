import { useNavigate } from "@tanstack/react-router";
import { useEffect, useRef } from "react";

interface RedirectProps {
  /** Path within the console. */
  readonly to: string;
  readonly search?: Readonly<Record<string, string>>;
}

/** Leads elsewhere, once: while the other page is fetched this one is rendered again, under the new address already. */
export function Redirect({ to, search = {} }: RedirectProps) {
  const navigate = useNavigate();
  const isGoing = useRef(false);
  useEffect(() => {
    if (isGoing.current) return;
    isGoing.current = true;
    void navigate({ to, search, replace: true });
  });
  return null;
}
