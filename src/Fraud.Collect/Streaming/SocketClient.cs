using System.Net.WebSockets;
using System.Text;
using Fraud.Collect.Fetching;
using Fraud.Collect.Polling;

namespace Fraud.Collect.Streaming;

/// <summary>Listens to a web socket over a guarded connection; a message beyond the size cap ends it.</summary>
internal sealed class SocketClient(FetchOptions options, AddressGuard guard) : IDisposable
{
    private readonly HttpMessageInvoker _invoker = new(guard.CreateHandler());

    /// <summary>Texts as they come, until the other side or the token ends it.</summary>
    /// <exception cref="WebSocketException">The connection could not be had or broke.</exception>
    public async IAsyncEnumerable<string> ReadAsync(PlatformRequest request, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var url = new Uri(request.Url);
        if (guard.Check(url) is { Length: > 0 } reason)
        {
            throw new WebSocketException(reason);
        }

        using var socket = new ClientWebSocket();
        socket.Options.SetRequestHeader("User-Agent", options.UserAgent);
        socket.Options.KeepAliveInterval = TimeSpan.FromSeconds(30);
        foreach (var (name, value) in request.Headers)
        {
            socket.Options.SetRequestHeader(name, value);
        }

        await ConnectAsync(socket, url, cancellationToken);
        var buffer = new byte[16 * 1024];
        using var message = new MemoryStream();
        while (socket.State == WebSocketState.Open)
        {
            var received = await socket.ReceiveAsync(buffer, cancellationToken);
            if (received.MessageType == WebSocketMessageType.Close || message.Length + received.Count > options.MaxBodyBytes)
            {
                yield break;
            }

            message.Write(buffer, 0, received.Count);
            if (received.EndOfMessage)
            {
                yield return Encoding.UTF8.GetString(message.GetBuffer(), 0, (int)message.Length);
                message.SetLength(0);
            }
        }
    }

    public void Dispose() => _invoker.Dispose();

    private async Task ConnectAsync(ClientWebSocket socket, Uri url, CancellationToken cancellationToken)
    {
        using var timeout = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        timeout.CancelAfter(options.RequestTimeout);
        try
        {
            await socket.ConnectAsync(new UriBuilder(url) { Scheme = url.Scheme == "https" ? "wss" : "ws" }.Uri, _invoker, timeout.Token);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            throw new WebSocketException("no answer in time");
        }
    }
}
