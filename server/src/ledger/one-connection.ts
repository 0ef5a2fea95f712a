/**
 * For a transaction that changes rows of many organs and rows all organs share: on Citus the former go over several
 * connections at once, and after that the latter are refused, unless this was said first. Any other PostgreSQL takes it for a
 * setting nobody reads.
 */
export const ONE_CONNECTION = "set local citus.multi_shard_modify_mode to 'sequential'";
