using System.Buffers;
using System.Globalization;
using System.Text;

namespace Fraud.Scanning;

/// <summary>Contents of a repository by object id, through one "git cat-file --batch". For one thread at a time.</summary>
internal sealed class GitBlobs(string repository) : IDisposable
{
    private readonly GitProcess _git = GitProcess.Start(repository, feed: true, "cat-file", "--batch");
    private Stream? _output;

    /// <summary>Gives each content to a reader, in order; ids git does not have are passed with null.</summary>
    public void Read(IReadOnlyList<string> ids, Action<int, Stream?> read)
    {
        // git reads ahead of what it prints: asking and listening must go on side by side
        var asking = Task.Run(() => Ask(ids));
        _output ??= new BufferedStream(_git.Output, 1 << 16);
        for (var i = 0; i < ids.Count; i++)
        {
            ReadOne(_output, content => read(i, content));
        }

        asking.GetAwaiter().GetResult();
    }

    public void Dispose()
    {
        _output?.Dispose();
        _git.Dispose();
    }

    private void Ask(IReadOnlyList<string> ids)
    {
        foreach (var id in ids)
        {
            _git.Input.Write(id + "\n");
        }

        _git.Input.Flush();
    }

    private static void ReadOne(Stream output, Action<Stream?> read)
    {
        var head = Line(output).Split(' ');
        if (head is not [_, "blob", var size] || !long.TryParse(size, NumberStyles.None, CultureInfo.InvariantCulture, out var length))
        {
            if (head is [_, "tree" or "commit" or "tag", var rest] && long.TryParse(rest, NumberStyles.None, CultureInfo.InvariantCulture, out var skipped))
            {
                using var unwanted = new Content(output, skipped);
                Drain(unwanted);
                _ = output.ReadByte();
            }

            read(null);
            return;
        }

        using var content = new Content(output, length);
        read(content);
        Drain(content);
        _ = output.ReadByte();
    }

    private static string Line(Stream output)
    {
        var line = new StringBuilder();
        for (int c; (c = output.ReadByte()) != '\n';)
        {
            line.Append(c < 0 ? throw new EndOfStreamException("git ended before it gave every content") : (char)c);
        }

        return line.ToString();
    }

    private static void Drain(Content content)
    {
        var buffer = ArrayPool<byte>.Shared.Rent(1 << 16);
        while (content.Read(buffer) > 0)
        {
            // Left over by the reader
        }

        ArrayPool<byte>.Shared.Return(buffer, clearArray: true);
    }

    /// <summary>The next so many bytes of git's output.</summary>
    private sealed class Content(Stream output, long left) : ForwardStream
    {
        private long _left = left;

        public override int Read(Span<byte> buffer)
        {
            var read = _left == 0 ? 0 : output.Read(buffer[..(int)Math.Min(buffer.Length, _left)]);
            _left = read == 0 ? 0 : _left - read;
            return read;
        }
    }
}
