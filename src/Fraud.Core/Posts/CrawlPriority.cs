namespace Fraud.Posts;

/// <summary>Order of a host's targets; the highest comes first, then the one due longest.</summary>
public static class CrawlPriority
{
    /// <summary>A followed link.</summary>
    public const int Page = 0;

    /// <summary>A start URL, where new posts appear.</summary>
    public const int Start = 1;

    /// <summary>A page of an author or seller on whom an alert was raised.</summary>
    public const int Suspect = 2;
}
