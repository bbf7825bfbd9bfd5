using Fraud.Contacts;
using Fraud.Findings;
using Fraud.Testing;
using Fraud.Tests.Canonical;

namespace Fraud.Tests.Contacts;

/// <summary>The contacts of a text, by the project's own tables.</summary>
internal static class Found
{
    public static ContactExtractor Extractor { get; } = new(ContactTables.Load(Path.Combine(Repo.Models, "contacts")));

    public static IReadOnlyList<Contact> In(string text) => Extractor.Extract(Views.Of(text));

    /// <summary>"kind value" of every contact.</summary>
    public static string[] Lines(string text) => [.. In(text).Select(c => $"{c.Kind} {c.Value}")];
}
