import Hummingbird
import Logging
import NIOCore

/// Turns every error into an answer that says what is wrong and what to do (RFC 9457).
struct ProblemMiddleware: RouterMiddleware {
    typealias Context = BasicRequestContext

    func handle(
        _ request: Request, context: Context, next: (Request, Context) async throws -> Response
    ) async throws -> Response {
        do {
            return try await next(request, context)
        } catch let refusal as ControlRefusal {
            return try response(Problem(refusal))
        } catch let error as BadRequest {
            return try response(
                Problem(
                    kind: "bad-request", title: "The request cannot be used", status: 400, detail: error.detail,
                    remedy: "Correct the request."))
        } catch is NIOTooManyBytesError {
            return try response(
                Problem(
                    kind: "too-large", title: "The request is too large", status: 413,
                    detail: "The body has more than \(ControlRoutes.bodyLimit) bytes.", remedy: "Send less."))
        } catch let error as HTTPError where error.status == .notFound {
            return try notFound(request)
        } catch let error as any HTTPResponseError {
            return try response(
                Problem(
                    kind: "bad-request", title: error.status.reasonPhrase, status: error.status.code,
                    detail: "\(error)", remedy: "Correct the request."))
        }
    }

    private func notFound(_ request: Request) throws -> Response {
        guard let allowed = ControlRoutes.methods[request.uri.path] else {
            return try response(
                Problem(
                    kind: "not-found", title: "There is no such thing", status: 404,
                    detail: "Nothing is at this path.",
                    remedy: "Use one of: \(ControlRoutes.methods.keys.sorted().joined(separator: ", "))."))
        }
        let methods = allowed.map(\.rawValue).joined(separator: ", ")
        var answer = try response(
            Problem(
                kind: "method-not-allowed", title: "This cannot be done here", status: 405,
                detail: "\(request.method.rawValue) is not a method of this path.", remedy: "Use \(methods)."))
        answer.headers[.allow] = methods
        return answer
    }

    private func response(_ problem: Problem) throws -> Response {
        try .json(HTTPResponse.Status(code: problem.status), problem, type: "application/problem+json")
    }
}
