using Fraud.Posts;

namespace Fraud.Web;

/// <summary>A source as the console shows it.</summary>
/// <param name="Health">What the store knows.</param>
/// <param name="Configured">Whether the settings have it; imports are not configured.</param>
/// <param name="Enabled">Whether the settings let it run.</param>
internal sealed record SourceLine(SourceHealth Health, bool Configured, bool Enabled);
