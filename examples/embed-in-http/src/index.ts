// The engine behind HTTP: an example of embedding it by its Promise face.
export { type ProblemDetails, problemOf, type Tagged } from "./problem.ts"
export { serviceOver, type ServiceParts } from "./service.ts"
export { type Authenticate, stubAuthentication } from "./stub-authentication.ts"
