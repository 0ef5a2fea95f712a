import { z } from "zod";

// The schema library would try whether it may compile functions; our policy forbids it, and each try is reported.
z.config({ jitless: true });
