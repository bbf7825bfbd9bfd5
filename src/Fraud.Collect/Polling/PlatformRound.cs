namespace Fraud.Collect.Polling;

/// <summary>What one round of requests came to.</summary>
internal sealed class PlatformRound
{
    public int Requests { get; set; }

    public string? Cursor { get; set; }

    public bool HasMore { get; set; }

    public TimeSpan Wait { get; set; }

    /// <summary>Whether a request failed, so that the round must be repeated.</summary>
    public bool Failed { get; set; }

    /// <summary>When the platform wants to be asked again; null when it did not say.</summary>
    public DateTimeOffset? RetryAt { get; set; }

    public void Add(PlatformAnswer answer)
    {
        Cursor = answer.Cursor ?? Cursor;
        HasMore |= answer.HasMore;
        Wait = answer.Wait > Wait ? answer.Wait : Wait;
        Failed |= !answer.IsReadable;
    }
}
