// How large a network can be said to be.

/** More schools than a network has: the source's has six, and this many still fit into one append. */
export const mostNetworkSchools = 100
