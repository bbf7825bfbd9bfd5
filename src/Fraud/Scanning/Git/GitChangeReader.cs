using System.Text;

namespace Fraud.Scanning;

/// <summary>Reads what "git log --raw -z" and "git diff --raw -z" print: ":modes objects status", path, each ended by a zero byte; a commit's hash after \x01.</summary>
internal sealed class GitChangeReader(Stream output)
{
    private const char CommitMark = '\x01';
    private readonly byte[] _buffer = new byte[1 << 16];
    private int _start;
    private int _end;

    /// <summary>Commits read so far.</summary>
    public int Commits { get; private set; }

    /// <summary>Versions of files, in the order git tells them; links, submodules and removals left out.</summary>
    public IEnumerable<GitChange> Read()
    {
        var commit = "";
        while (Next() is { } token)
        {
            token = token.TrimStart('\n');
            if (token.StartsWith(CommitMark))
            {
                commit = token[1..];
                Commits++;
            }
            else if (token.StartsWith(':') && Next() is { } path && Change(commit, token, path) is { } change)
            {
                yield return change;
            }
        }
    }

    /// <summary>One colon per parent, then modes and objects of the parents and of the result.</summary>
    private static GitChange? Change(string commit, string meta, string path)
    {
        var parents = meta.Length - meta.TrimStart(':').Length;
        var fields = meta[parents..].Split(' ');
        if (fields.Length < (2 * parents) + 2)
        {
            return null;
        }

        var mode = fields[parents];
        var id = fields[(2 * parents) + 1];
        return mode.StartsWith("100", StringComparison.Ordinal) && id.AsSpan().ContainsAnyExcept('0') ? new(commit, path, id, fields[(parents + 1)..((2 * parents) + 1)]) : null;
    }

    private string? Next()
    {
        StringBuilder? long_ = null;
        while (true)
        {
            if (_start == _end)
            {
                (_start, _end) = (0, output.Read(_buffer));
                if (_end == 0)
                {
                    return long_?.ToString();
                }
            }

            var rest = _buffer.AsSpan(_start, _end - _start);
            var zero = rest.IndexOf((byte)0);
            var part = Encoding.UTF8.GetString(zero < 0 ? rest : rest[..zero]);
            _start += zero < 0 ? rest.Length : zero + 1;
            if (zero >= 0)
            {
                return long_ is null ? part : long_.Append(part).ToString();
            }

            (long_ ??= new()).Append(part);
        }
    }
}
