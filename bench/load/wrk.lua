-- Sends the requests of a file in turn, from a place on, and prints what came of it as JSON.
-- A line of the file: method, path, and if need be a form body, with tabs between.
local requests, at = {}, 0

function init(args)
  for line in io.lines(args[1]) do
    local method, path, body = line:match('^([^\t]+)\t([^\t]+)\t?(.*)$')
    local headers = {}
    if args[3] then headers['If-None-Match'] = args[3] end
    if body ~= '' then headers['Content-Type'] = 'application/x-www-form-urlencoded' end
    requests[#requests + 1] = wrk.format(method, path, headers, body ~= '' and body or nil)
  end
  at = tonumber(args[2])
end

function request()
  at = at + 1
  return requests[at % #requests + 1]
end

function done(summary, latency)
  local errors = summary.errors
  io.write(string.format(
    '{"requests":%d,"seconds":%f,"p50":%d,"p99":%d,"failed":%d}\n',
    summary.requests, summary.duration / 1e6, latency:percentile(50), latency:percentile(99),
    errors.connect + errors.read + errors.write + errors.status + errors.timeout))
end
