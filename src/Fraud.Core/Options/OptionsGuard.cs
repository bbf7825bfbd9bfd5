using System.ComponentModel.DataAnnotations;

namespace Fraud.Options;

/// <summary>Checks option classes by their annotations.</summary>
public static class OptionsGuard
{
    /// <summary>For the patterns of options: they are the operator's own few characters, and on a starved machine the two seconds an annotation allows pass before the first match is compiled.</summary>
    public const int NoTimeout = -1;

    /// <summary>Throws one <see cref="ArgumentException"/> that names all faults, nested option classes included.</summary>
    public static void ThrowIfInvalid(object options, string section)
    {
        ArgumentNullException.ThrowIfNull(options);
        var faults = new List<string>();
        Collect(options, section, faults);
        if (faults.Count > 0)
        {
            throw new ArgumentException(string.Join(" ", faults));
        }
    }

    private static void Collect(object options, string path, List<string> faults)
    {
        var results = new List<ValidationResult>();
        Validator.TryValidateObject(options, new ValidationContext(options), results, validateAllProperties: true);
        faults.AddRange(results.Select(r => $"{path}:{string.Join(',', r.MemberNames)}: {r.ErrorMessage}"));
        foreach (var property in options.GetType().GetProperties().Where(p => p.PropertyType.Name.EndsWith("Options", StringComparison.Ordinal)))
        {
            if (property.GetValue(options) is { } nested)
            {
                Collect(nested, $"{path}:{property.Name}", faults);
            }
        }
    }
}
