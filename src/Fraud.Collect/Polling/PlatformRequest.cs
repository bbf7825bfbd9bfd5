using System.Collections.Frozen;
using Fraud.Collect.Fetching;

namespace Fraud.Collect.Polling;

/// <summary>A request to a platform.</summary>
public sealed record PlatformRequest
{
    /// <summary>Absolute URL.</summary>
    public required string Url { get; init; }

    /// <summary>What is asked for, in the platform's own words; tells it how to read the answer. Default empty.</summary>
    public string Step { get; init; } = "";

    /// <summary>Further pages of the same list before this one. Default 0.</summary>
    public int Page { get; init; }

    /// <summary>Headers, such as an authorization.</summary>
    public IReadOnlyDictionary<string, string> Headers { get; init; } = FrozenDictionary<string, string>.Empty;

    /// <summary>What to post; null asks with GET.</summary>
    public FetchContent? Content { get; init; }

    /// <summary>Whether the answer holds a secret and is therefore not kept as evidence. Default false.</summary>
    public bool IsPrivate { get; init; }

    /// <summary>Whether it is a web page, for which robots.txt is asked, and no call of a documented API. Default false.</summary>
    public bool IsWebPage { get; init; }

    /// <summary>The same with a bearer token, unless it is empty.</summary>
    public PlatformRequest WithBearer(string token) => With("Authorization", token.Length == 0 ? "" : "Bearer " + token);

    /// <summary>The same with a header, unless its value is empty.</summary>
    public PlatformRequest With(string header, string value) =>
        value.Length == 0 ? this : this with { Headers = new Dictionary<string, string>(Headers, StringComparer.OrdinalIgnoreCase) { [header] = value } };
}
