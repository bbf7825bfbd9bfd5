using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Fraud.Collect.Tests.Fetching;

/// <summary>Answers robots.txt with 404 and every other request with the given bytes, then hangs up, unless it shall hold the line.</summary>
internal sealed class RawServer : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _stop = new();
    private Task _loop = Task.CompletedTask;

    public string Url => $"http://127.0.0.1:{((IPEndPoint)_listener.LocalEndpoint).Port}";

    public static RawServer Start(string answer, bool hold = false)
    {
        var server = new RawServer();
        server._listener.Start();
        server._loop = server.ServeAsync(Encoding.UTF8.GetBytes(answer), hold);
        return server;
    }

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        _listener.Stop();
        await _loop;
        _stop.Dispose();
    }

    private async Task ServeAsync(byte[] answer, bool hold)
    {
        try
        {
            while (true)
            {
                using var client = await _listener.AcceptTcpClientAsync(_stop.Token);
                var stream = client.GetStream();
                var buffer = new byte[4096];
                var read = await stream.ReadAsync(buffer, _stop.Token);
                var robots = Encoding.Latin1.GetString(buffer, 0, read).StartsWith("GET /robots.txt", StringComparison.Ordinal);
                await stream.WriteAsync(robots ? "HTTP/1.1 404 None\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"u8.ToArray() : answer, _stop.Token);
                if (hold && !robots)
                {
                    await Task.Delay(Timeout.InfiniteTimeSpan, _stop.Token);
                }
            }
        }
        catch (Exception e) when (e is OperationCanceledException or SocketException or InvalidOperationException)
        {
            // Stopped
        }
    }
}
