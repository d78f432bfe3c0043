// The event store port kept in EventStoreDB (now KurrentDB): for those who outgrow one machine, and already run, or
// want, an engine that is clustered, subscribed to and operated by others.
export { EventStore } from "@lcqm/core"
