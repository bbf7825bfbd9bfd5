namespace Fraud.Scanning;

/// <summary>One budget for a file and all that is packed in it.</summary>
/// <param name="settings">The limits.</param>
/// <param name="size">Bytes of the file itself, as far as they were read or known.</param>
internal sealed class UnpackBudget(ScanSettings settings, Func<long> size)
{
    private long _bytes;
    private long _entries;

    /// <summary>One more layer is opened.</summary>
    public void Enter(int depth)
    {
        if (depth > settings.MaxDepth)
        {
            throw new UnpackLimitException($"archives nested more than {settings.MaxDepth} deep; the rest of it is not searched");
        }
    }

    /// <summary>One more entry is opened.</summary>
    public void Entry()
    {
        if (++_entries > settings.MaxEntries)
        {
            throw new UnpackLimitException($"more than {settings.MaxEntries} entries; the rest of it is not searched");
        }
    }

    /// <summary>Bytes came out of unpacking.</summary>
    public void Take(int read)
    {
        _bytes += read;
        if (_bytes > settings.MaxUnpackedBytes)
        {
            throw new UnpackLimitException($"more than {settings.MaxUnpackedBytes >> 20} MB after unpacking; the rest of it is not searched");
        }

        if (_bytes > settings.RatioFrom && _bytes / settings.MaxRatio > size())
        {
            throw new UnpackLimitException($"unpacks to more than {settings.MaxRatio} times its size; the rest of it is not searched");
        }
    }
}
